const MARK = '---';

/** A line of a mark with more than a comment behind it. `message` is kubectl's sentence. */
export class SeparatorProblem extends Error {}

/** A document of a text: its own text, and the line it begins on, from 1. */
export interface DocumentText {
  readonly text: string;
  readonly line: number;
}

/** @throws SeparatorProblem */
const isSeparator = (line: string): boolean => {
  if (!line.startsWith(MARK)) return false;
  const rest = line.slice(MARK.length).replace(/^[\s\x85]+|[\s\x85]+$/g, '');
  if (rest === '' || rest.startsWith('#')) return true;
  throw new SeparatorProblem(`invalid Yaml document separator: ${rest}`);
};

/**
 * Cuts a text at lines that begin with `---`, whatever they stand in. A document keeps such a line if it begins with
 * it, and has lost it if it comes after another document; so lines within a document count from there.
 * @throws SeparatorProblem on the way
 * @see staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go YAMLReader.Read
 */
export function* splitDocuments(text: string): Generator<DocumentText> {
  let start = 1;
  let number = 0;
  let document = '';
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, feed > at && text.charAt(feed - 1) === '\r' ? feed - 1 : end);
    at = end + 1;
    number++;
    if (isSeparator(line) && document !== '') {
      yield { text: document, line: start };
      document = '';
      start = number + 1;
    } else document += `${line}\n`;
  }
  if (document !== '') yield { text: document, line: start };
}
