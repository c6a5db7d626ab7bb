import type { ParseError } from '@cucumber/messages';
import type { Problem } from './problem';

/** `(3:5): expected: #EOF, #Comment, got 'Whn it rains'` */
const PARSER_MESSAGE = /^\((\d+):\d+\): ([\s\S]*)$/;

/** Every other byte of UTF-16 is zero, as long as the letters are those of English. */
const NO_TEXT = '\0';

const notUtf8 = {
  what: 'This file is no text in UTF-8; it may be UTF-16, as some editors on Windows write it.',
  mend: 'Save it again, with the encoding UTF-8.',
};

/**
 * Says in plain words why features cannot be read: the first reason of each. The parser stumbles on after its first error,
 * and what it says then is of no use.
 */
export const syntaxProblems = (errors: readonly ParseError[]): readonly Problem[] => {
  const first = new Map<string, Problem>();
  for (const error of errors) {
    const problem = syntaxProblem(error);
    if (!first.has(problem.file)) first.set(problem.file, problem);
  }
  return [...first.values()];
};

const syntaxProblem = ({ source, message }: ParseError): Problem => {
  const [, line, complaint = message] = PARSER_MESSAGE.exec(message) ?? [];
  if (complaint.includes(NO_TEXT)) return { file: source.uri ?? '', ...notUtf8 };
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
