import { Constructor } from './construct';
import { firstControl } from './control';
import { parseDocument } from './node';
import { YamlProblem } from './problem';
import { Scanner } from './scanner';
import { toJsonValue } from './toJson';

const BYTE_ORDER_MARK = '\ufeff';

/** How far the scanner may look ahead when it begins a token. */
const LOOKAHEAD = 4;

/**
 * Reads the tree of a document. The library that kubectl uses reads text by pieces, and refuses a piece with a control
 * character in it as a whole, once it gets there: what is wrong before that piece is said first.
 */
const parse = (text: string): ReturnType<typeof parseDocument> => {
  const piece = firstControl(text);
  if (piece === undefined) return parseDocument(new Scanner(text));
  const scanner = new Scanner(text.slice(0, piece));
  const gotThere = (): boolean => scanner.seen + LOOKAHEAD > piece;
  const refusal = new YamlProblem('control characters are not allowed');
  try {
    const root = parseDocument(scanner);
    if (gotThere()) throw refusal;
    return root;
  } catch (error) {
    throw error instanceof YamlProblem && gotThere() ? refusal : error;
  }
};

/**
 * Reads one document of YAML as kubectl reads it: by the rules of YAML 1.1, in the words of its library. A text may have
 * more than one document; the others are not looked at.
 *
 * @returns a value of the API: whole numbers that a `number` would round are a `bigint`. Null if there is no document.
 * @throws YamlProblem for what is no YAML, JsonProblem for what JSON does not have
 * @see sigs.k8s.io/yaml YAMLToJSON
 */
export const readYamlDocument = (text: string): unknown => {
  const root = parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  if (!root) return null;
  const made = new Constructor();
  const value = made.value(root);
  return made.hasUnconvertible ? toJsonValue(value) : value;
};
