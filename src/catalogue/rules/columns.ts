import type { Examples, GherkinDocument, Scenario } from '@cucumber/messages';
import { scenariosOf, textsOf } from './outline';
import type { Problem } from './problem';

type Complaint = Omit<Problem, 'file'>;

/** A placeholder in a step. Names that are looked up have blanks in them: `<pod of log-agent on east-1>`. */
const PLACEHOLDER = /<([^<>\s]+)>/g;

/**
 * Columns that nothing in their outline asks for, and placeholders that no column fills: every row would try the same, or
 * speak of a name that nobody bears.
 */
export const checkColumns = (document: GherkinDocument): readonly Problem[] =>
  scenariosOf(document).flatMap(({ scenario }) =>
    scenario.examples
      .filter(({ tableHeader }) => tableHeader)
      .flatMap((examples) => [...unfilled(scenario, examples), ...unused(scenario, examples)])
      .map((complaint) => ({ file: document.uri ?? '', ...complaint })),
  );

const columnsOf = ({ tableHeader }: Examples): readonly string[] =>
  tableHeader?.cells.map(({ value }) => value) ?? [];

const unused = (scenario: Scenario, examples: Examples): readonly Complaint[] => {
  const texts = textsOf(scenario);
  return columnsOf(examples)
    .filter((column) => !texts.some((text) => text.includes(`<${column}>`)))
    .map((column) => ({
      line: examples.tableHeader?.location.line ?? examples.location.line,
      what: `No step has "<${column}>" in it, so the column "${column}" says nothing.`,
      mend: 'Use it in a step, or take it away.',
    }));
};

const unfilled = ({ steps }: Scenario, examples: Examples): readonly Complaint[] => {
  const columns = columnsOf(examples);
  return steps.flatMap(({ text, location }) =>
    [...text.matchAll(PLACEHOLDER)]
      .flatMap(([, name = '']) => (columns.includes(name) ? [] : [name]))
      .map((name) => ({
        line: location.line,
        what: `No column is called "${name}", so nothing is filled in for <${name}>.`,
        mend: `The table under ${examples.keyword}: in line ${examples.location.line} has: ${columns.join(', ')}.`,
      })),
  );
};
