import { RegisterError } from '../../catalogue/entries';
import { LanguageError } from '../../run/language';
import { SeedError } from '../../run/options';
import { type OptionFlags, type Request, readArguments } from './arguments';
import { explain } from './explain';
import { Refusal } from './refusal';

/** What a command is, for whoever types it. */
export interface CommandSpec {
  /** Printed for `--help`, and where a word is missing. */
  readonly usage: () => string;
  readonly options: readonly OptionFlags[];
  /** How many words it takes besides options: at least, and at most. */
  readonly words: readonly [least: number, most: number];
  /** The exit code where it cannot be done at all; default 1. */
  readonly undone?: number;
}

/** How a command ended. One that tried nothing has failed, whatever it meant to do. */
export interface Ending {
  /** How many things were tried: examples, recordings, phrases … */
  readonly tried: number;
  /** How many of them are not as they should be. */
  readonly failed: number;
  /** The exit code, where it is to say more than whether all is well. */
  readonly code?: number;
}

/** Does what a command is for. @throws Refusal if it cannot be done as it was asked */
export type Work = (request: Request) => Promise<Ending> | Ending;

/**
 * Runs a command with the words it was called with, and sets the exit code of this process: 0 if something was tried and
 * nothing failed, 1 otherwise, or what the command has for what cannot be done.
 */
export const runCommand = (spec: CommandSpec, work: Work): void => {
  process.stdout.on('error', ignoreClosed);
  perform(spec, work, process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
};

/** Whoever reads what is printed may have had enough of it, as `head` has: the work goes on, and is judged as ever. */
const ignoreClosed = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
};

const perform = async (spec: CommandSpec, work: Work, argv: readonly string[]): Promise<number> => {
  if (argv.includes('--help') || argv.includes('-h')) return show(spec, 0);
  try {
    const request = readArguments(argv, spec.options);
    const [least, most] = spec.words;
    if (request.words.length < least) return show(spec, spec.undone ?? 1);
    if (request.words.length > most)
      throw new Refusal([`"${request.words[most]}" is one word too many. ${spec.usage().split('\n')[0]}`]);
    const { tried, failed, code } = await work(request);
    if (tried === 0 && failed === 0) throw new Refusal(['Nothing was tried.']);
    return code ?? (failed === 0 ? 0 : 1);
  } catch (error) {
    process.stderr.write(`${isForeseen(error) ? error.message : explain(error)}\n`);
    return spec.undone ?? 1;
  }
};

const show = ({ usage }: CommandSpec, code: number): number => {
  process.stdout.write(usage());
  return code;
};

/** Errors whose message says all that there is to say. */
const isForeseen = (error: unknown): error is Error =>
  [Refusal, SeedError, LanguageError, RegisterError].some((kind) => error instanceof kind);
