import type { DryRun } from './dryRun';
import { CommandError, MisspeltError } from './errors';
import { type Filter, grep } from './grep';
import { globalsOf, parseCommand } from './parser';
import {
  type CommandResult,
  checkImpersonation,
  type Ending,
  Output,
  runToEnd,
  type Shell,
  startSession,
} from './session';
import { verbsOf } from './verbs';
import { splitCommandLine, WordsError } from './words';

export type { CommandResult, Shell } from './session';

const isProgram = (word: string): word is 'kubectl' | 'oc' => word === 'kubectl' || word === 'oc';

/** Errors name the program that was called. */
const inWordsOfOc = (error: unknown): unknown => {
  if (!(error instanceof CommandError)) return error;
  const message = error.message.replace(/(See '|for "|error: ")kubectl\b/g, '$1oc');
  return error instanceof MisspeltError
    ? new MisspeltError(message, error.exitCode)
    : new CommandError(message, error.exitCode);
};

/** The words after `oc` or `kubectl`, and before them the program; a prompt does not count. */
const withoutPrompt = (words: readonly string[]): readonly string[] =>
  words[0] === '$' ? words.slice(1) : words;

const runProgram = async (words: readonly string[], shell: Shell, output: Output): Promise<void> => {
  const [program = '', ...rest] = withoutPrompt(words);
  if (program === '') throw new MisspeltError('error: no command given, such as `oc get pods`');
  if (!isProgram(program)) throw new MisspeltError(`${program}: command not found`, 127);
  try {
    const { verb, words: own, flags } = parseCommand(verbsOf[program], rest);
    const globals = globalsOf(flags);
    await checkImpersonation(shell, globals.as);
    await verb.run(
      await startSession(shell, output, globals, flags.dryRun as DryRun | undefined),
      own,
      flags,
    );
  } catch (error) {
    throw program === 'oc' ? inWordsOfOc(error) : error;
  }
};

/** The filters behind a command. They are checked before the command does anything. */
const filtersOf = (stages: readonly (readonly string[])[]): readonly Filter[] =>
  stages.map(([program, ...words]) => {
    if (program !== 'grep') throw new MisspeltError(`${program}: only grep may stand behind a | here`, 127);
    return grep(words);
  });

const stagesOf = (line: string): readonly (readonly string[])[] => {
  try {
    return splitCommandLine(line);
  } catch (error) {
    if (error instanceof WordsError) throw new MisspeltError(`error: ${error.message}`, 2);
    throw error;
  }
};

/**
 * Runs one command line as a terminal would: `oc` or `kubectl`, a prompt before it or not, perhaps with
 * `| grep WORD` behind it. What it prints, its errors and its exit code are kubectl's; behind a pipe the exit
 * code is grep's: 1 if no line is left. A command that waits lets the cluster's time go by.
 *
 * @returns the outcome, also of a command that fails; rejects only if Rollcall itself is at fault.
 */
export const runCommand = async (line: string, shell: Shell): Promise<CommandResult> => {
  const output = new Output();
  let inPipe: Ending | undefined;
  const ending = await runToEnd(output, async () => {
    const [command = [], ...rest] = stagesOf(line);
    const filters = filtersOf(rest);
    if (filters.length === 0) return runProgram(command, shell, output);
    const written = new Output();
    inPipe = await runToEnd(written, () => runProgram(command, shell, written));
    const kept = filters.reduce((text, filter) => filter(text), written.of('stdout'));
    output.write('stderr', written.of('stderr'));
    output.write('stdout', kept);
    if (kept === '') throw new CommandError('');
  });
  const { exitCode } = ending;
  const isMisspelt = ending.isMisspelt || (inPipe?.isMisspelt ?? false);
  return {
    stdout: output.of('stdout'),
    stderr: output.of('stderr'),
    exitCode,
    isMisspelt,
    terminal: output.of(),
  };
};

/** True of a command that only looks: whatever comes of it, the cluster has nothing to do. */
export const isReading = (line: string): boolean => {
  try {
    const [words = []] = splitCommandLine(line);
    const [program = '', ...rest] = withoutPrompt(words);
    return isProgram(program) && parseCommand(verbsOf[program], rest).verb.reads === true;
  } catch (error) {
    if (error instanceof CommandError || error instanceof WordsError) return false;
    throw error;
  }
};
