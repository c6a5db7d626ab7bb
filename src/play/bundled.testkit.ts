import { compileFunction } from 'node:vm';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { HOUSE } from '../project/house';
import { player } from './bundling/player';
import type { Played, PlayOptions } from './play';
import type { Session } from './session';

/** What the realm hands out. */
export interface Handed {
  readonly playHere: (text: string, options: PlayOptions) => Promise<Played>;
  readonly session: Session;
}

const ENTRY = `
  import 'rollcall:steps';
  import { library } from './src/play/cucumber';
  import { play } from './src/play/play';
  import { Session } from './src/play/session';
  Object.assign(globalThis, {
    playHere: (text, options) => play(text, library, options),
    session: new Session(library),
  });
`;

/** How scripts for browsers are built. */
const options = {
  stdin: { contents: ENTRY, resolveDir: HOUSE },
  absWorkingDir: HOUSE,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  write: false,
  metafile: true,
  outfile: 'player.js',
  logLevel: 'silent',
  plugins: [player],
} as const satisfies BuildOptions;

/** What Node.js has for everybody, and a worker of a browser has not. */
const OF_NODE = ['process', 'Buffer', 'global', 'require', 'module', 'setImmediate', 'clearImmediate'];

/**
 * The player with all steps, as it is built for browsers. It sees nothing of Node.js: a realm of its own would show it even less,
 * and be several times as slow. What it might import of Node.js would not be bundled.
 */
export const bundledPlayer = async (): Promise<
  Handed & { readonly metafile: Metafile; readonly size: number }
> => {
  const { outputFiles, metafile } = await build(options);
  const text = outputFiles[0]?.text ?? '';
  const handed: Partial<Handed> = {};
  compileFunction(text, ['globalThis', ...OF_NODE], { filename: 'player.js' })(handed);
  const { playHere, session } = handed;
  if (!playHere || !session) throw new Error('The player handed out nothing.');
  return { playHere, session, metafile, size: text.length };
};
