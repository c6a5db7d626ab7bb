import { dump, load } from 'js-yaml';
import type { ConformanceReport } from './report';

const HEAD = `# A report of Rollcall: what this cluster showed of what daemon sets are documented to do.
# Hold it against its schema and itself: npm run conformance:check -- FILE
`;

/** A report as it is written: one example a line. */
export const reportText = (report: ConformanceReport): string =>
  HEAD + dump(report, { flowLevel: 2, lineWidth: -1, noRefs: true, skipInvalid: true });

/** What is written in a report; whatever else stands there, if it is none. @throws Error if it is no YAML */
export const readReport = (text: string): unknown => load(text);

/** Anything as YAML. */
export const yamlOf = (value: object): string =>
  dump(value, { lineWidth: -1, noRefs: true, skipInvalid: true });
