import type { ParseError } from '@cucumber/messages';
import type { Problem } from './problem';

/** `(3:5): expected: #EOF, #Comment, got 'Whn it rains'` */
const PARSER_MESSAGE = /^\((\d+):\d+\): ([\s\S]*)$/;

/** Says in plain words why a feature cannot be read. */
export const syntaxProblem = ({ source, message }: ParseError): Problem => {
  const [, line, complaint = message] = PARSER_MESSAGE.exec(message) ?? [];
  return {
    file: source.uri ?? '',
    line: line === undefined ? source.location?.line : Number(line),
    ...inPlainWords(complaint),
  };
};

const inPlainWords = (complaint: string): Pick<Problem, 'what' | 'mend'> => {
  const unexpected = /, got '([\s\S]*)'$/.exec(complaint)?.[1];
  if (unexpected !== undefined)
    return {
      what: `This line cannot be read: "${unexpected}".`,
      mend: 'A step begins with Given, When, Then, And or But; a title with Feature:, Rule: or Example:.',
    };
  if (complaint.startsWith('unexpected end of file'))
    return { what: 'The file ends too early.', mend: 'Close the doc string, or finish what was begun.' };
  if (complaint.startsWith('inconsistent cell count'))
    return {
      what: 'The rows of this table differ in length.',
      mend: 'Give every row as many cells as the first.',
    };
  return { what: `${complaint.charAt(0).toUpperCase()}${complaint.slice(1)}.`, mend: 'Mend this line.' };
};
