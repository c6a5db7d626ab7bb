import { parseJson } from './json/parse';
import { JsonSyntaxError } from './json/problem';
import { YamlProblem } from './yaml/problem';
import { readYamlDocument } from './yaml/read';
import { JsonProblem } from './yaml/toJson';

/** Text that is neither YAML nor JSON. `message` is kubectl's sentence. */
export class UnreadableError extends Error {}

const readYaml = (text: string): unknown => {
  try {
    return readYamlDocument(text);
  } catch (error) {
    if (error instanceof YamlProblem || error instanceof JsonProblem)
      throw new UnreadableError(error.message);
    throw error;
  }
};

/**
 * Reads a text that is one value, in YAML or JSON: a part of an object, a patch.
 * @returns a value of the API, as it is read from files; null for nothing
 * @throws UnreadableError
 */
export const readDocument = (text: string): unknown => {
  if (!/^[\s\x85]*\{/.test(text)) return readYaml(text);
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return readYaml(text);
  }
};
