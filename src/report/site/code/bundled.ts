import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { player } from '../../../play/bundling/player';
import { HOUSE } from '../../../project/house';
import type { Entry } from './entries';

/** What became of an entry. */
export interface Bundled {
  readonly text: string;
  /** The files that were read, relative to the house. */
  readonly inputs: readonly string[];
}

/**
 * Makes one file for browsers of an entry and of all that it imports.
 * @throws if something in it cannot be read; the message says where
 */
export const bundled = async ({ file, plays }: Entry): Promise<Bundled> => {
  // Loaded only where nothing was kept of the run before: it starts a process of its own.
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    absWorkingDir: HOUSE,
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
    plugins: plays ? [player] : [],
  });
  return {
    text: (outputFiles[0]?.text ?? '').trim(),
    inputs: Object.keys(metafile.inputs).filter((path) => existsSync(join(HOUSE, path))),
  };
};
