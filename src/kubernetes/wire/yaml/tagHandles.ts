import { parserProblem } from './problem';
import type { Scanner } from './scanner';

/** What the handles of tags stand for in a document. */
export class TagHandles {
  readonly #prefixes = new Map<string, string>();

  /** Reads the directives before a document. @see vendor/go.yaml.in/yaml/v2/parserc.go yaml_parser_process_directives */
  declare(scanner: Scanner): void {
    let hasVersion = false;
    for (let next = scanner.peek(); next.kind.endsWith('directive'); next = scanner.peek()) {
      if (next.kind === 'version directive') {
        if (hasVersion) throw parserProblem(next.line, 'found duplicate %YAML directive');
        if (next.value !== '1.1') throw parserProblem(next.line, 'found incompatible YAML document');
        hasVersion = true;
      } else {
        if (this.#prefixes.has(next.value)) throw parserProblem(next.line, 'found duplicate %TAG directive');
        this.#prefixes.set(next.value, next.suffix);
      }
      scanner.skip();
    }
    if (!this.#prefixes.has('!')) this.#prefixes.set('!', '!');
    if (!this.#prefixes.has('!!')) this.#prefixes.set('!!', 'tag:yaml.org,2002:');
  }

  /** The whole tag; undefined if nobody declared the handle. */
  resolve(handle: string, suffix: string): string | undefined {
    if (handle === '') return suffix;
    const prefix = this.#prefixes.get(handle);
    return prefix === undefined ? undefined : prefix + suffix;
  }
}
