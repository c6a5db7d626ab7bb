import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { createContext, Script } from 'node:vm';
import { transformSync } from '@swc/core';

interface LoadedModule {
  readonly exports: unknown;
}

const compiled = (file: string, text: string): string =>
  file.endsWith('.ts')
    ? transformSync(text, {
        filename: file,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        swcrc: false,
      }).code
    : text;

/** What is no part of the language, but there wherever it runs. */
const EVERYWHERE = { TextDecoder, TextEncoder };

/**
 * A world that has the language and next to nothing else: no `process`, no `Buffer`, no modules of Node.js, and nothing
 * of a browser's either. What runs here runs anywhere.
 */
export class BareRealm {
  readonly #context = createContext({ ...EVERYWHERE });
  readonly #modules = new Map<string, LoadedModule>();

  /** The files that were loaded, absolute paths. */
  get files(): readonly string[] {
    return [...this.#modules.keys()];
  }

  /** Loads a module and what it imports. @throws if one of them asks for a module of Node.js */
  load(file: string): unknown {
    const known = this.#modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.#modules.set(file, module);
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.json')) module.exports = this.run(`(${text})`) as object;
    else {
      const { resolve } = createRequire(file);
      const load = (request: string): unknown => {
        if (isBuiltin(request)) throw new Error(`${file} imports ${request}`);
        return this.load(resolve(request));
      };
      const body = this.run(`(function (exports, require, module) {${compiled(file, text)}\n})`, file);
      (body as (...args: unknown[]) => void)(module.exports, load, module);
    }
    return module.exports;
  }

  /** Evaluates a script. */
  run(code: string, filename = 'script.js'): unknown {
    return new Script(code, { filename }).runInContext(this.#context);
  }
}
