import type { GherkinDocument, Rule } from '@cucumber/messages';
import {
  AUTHORITY_FORMS,
  type Authority,
  authorityOf,
  isAuthority,
  partsOf,
  readAuthority,
  recordingIn,
} from '../authority';
import { editDistance } from '../phrases/nearest';
import { rulesOf } from './outline';
import type { Problem } from './problem';

type Complaint = Omit<Problem, 'file'>;

/** A comment that is meant as an authority, however it is spelt. */
const MEANT = /^\s*#\s*authority\b/i;

const HOW =
  'Write it into the line below the title, as in "# Authority: pkg/controller/daemon/update.go rollingUpdate".';

const FORMS = `Its parts, with "; " between them, are: ${AUTHORITY_FORMS.join(' | ')}`;

/**
 * Rules that do not say where their truth comes from, or say it so that nobody could look it up.
 * @param recordings the names of those there are
 */
export const checkAuthorities = (
  document: GherkinDocument,
  recordings: readonly string[],
): readonly Problem[] => {
  const rules = rulesOf(document);
  return rules
    .flatMap((rule, i) => ofRule(document, rule, rules[i + 1], recordings))
    .map((complaint) => ({ file: document.uri ?? '', ...complaint }));
};

const ofRule = (
  document: GherkinDocument,
  rule: Rule,
  next: Rule | undefined,
  recordings: readonly string[],
): readonly Complaint[] => {
  const authority = authorityOf(document, rule);
  const { line } = rule.location;
  const others = document.comments.filter(
    ({ text, location }) =>
      MEANT.test(text) &&
      location.line > line &&
      location.line < (next?.location.line ?? Number.POSITIVE_INFINITY) &&
      location.line !== authority?.line,
  );
  const astray = others.map((comment): Complaint => {
    const where = { line: comment.location.line };
    return readAuthority(comment)
      ? {
          ...where,
          what: "This authority does not stand in the line below its rule's title.",
          mend: 'Put it there, without an empty line between; a rule has one.',
        }
      : {
          ...where,
          what: `This is not how an authority begins: "${comment.text.trim()}".`,
          mend: 'Begin it with "# Authority: ".',
        };
  });
  if (authority) return [...partProblems(authority, recordings), ...astray];
  if (astray.length > 0) return astray;
  return [{ line, what: `The rule "${rule.name}" does not say where its truth comes from.`, mend: HOW }];
};

const partProblems = (authority: Authority, recordings: readonly string[]): readonly Complaint[] => {
  const { line, text } = authority;
  if (text === '') return [{ line, what: 'The authority is empty.', mend: `${FORMS}.` }];
  return partsOf(authority).flatMap((part): readonly Complaint[] => {
    if (part === '') return [{ line, what: 'A part of the authority is empty.', mend: 'Take its ";" away.' }];
    if (!isAuthority(part)) return [{ line, what: `"${part}" is no authority.`, mend: `${FORMS}.` }];
    const recording = recordingIn(part);
    if (recording === undefined || recordings.includes(recording)) return [];
    return [
      { line, what: `There is no recording "${recording}".`, mend: nearestRecording(recording, recordings) },
    ];
  });
};

const nearestRecording = (name: string, recordings: readonly string[]): string => {
  const [nearest] = [...recordings].sort((a, b) => editDistance(name, a) - editDistance(name, b));
  return nearest === undefined
    ? 'There is none at all.'
    : `The nearest in name is "${nearest}"; all of them stand in src/evidence/recordings/.`;
};
