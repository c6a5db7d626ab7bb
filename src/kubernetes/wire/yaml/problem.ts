/** YAML that kubectl cannot read. `message` is its sentence: `yaml: line 3: did not find expected key`. */
export class YamlProblem extends Error {
  constructor(words: string) {
    super(`yaml: ${words}`);
    this.name = 'YamlProblem';
  }
}

/** A line from 0 with what is wrong there; the first line is never named. */
const onLine = (line: number, words: string): string => (line === 0 ? words : `line ${line}: ${words}`);

/**
 * A token that cannot be read.
 * @param line where the scanner stands, from 0
 * @see vendor/go.yaml.in/yaml/v2/decode.go parser.fail
 */
export const scannerProblem = (line: number, words: string): YamlProblem =>
  new YamlProblem(onLine(line === 0 ? 0 : line + 1, words));

/**
 * A token where it may not stand. Its line is counted from 0, so that people read the line above it.
 * @see vendor/go.yaml.in/yaml/v2/decode.go parser.fail
 */
export const parserProblem = (line: number, words: string): YamlProblem =>
  new YamlProblem(onLine(line, words));
