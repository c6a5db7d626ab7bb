import { isReading, runCommand, type Shell } from '../../src/oc';
import type { Scenario } from '../world';
import { checkNamesIn } from './commandNames';
import { namesInFile } from './files';
import type { Answer } from './outcome';
import { fillIn } from './placeholders';

/** Warnings by themselves refuse nothing. */
const ONLY_WARNINGS = /^(?:Warning: .*\s*)+$/;

/** Commands that need not find what they name: they choose by label or field, or say that it may be missing. */
const MAY_FIND_NOTHING = /\s(?:-l|--selector|--field-selector|--all|--ignore-not-found|wait)(?=[\s=]|$)/;

/** What they print then. */
const FOUND_NOTHING = /^(?:No resources found.*)?\s*$/;

/** Runs a command as somebody. The cluster works on what comes of it; a command that only reads leaves time alone. */
export const run = async (scenario: Scenario, written: string, actor?: string): Promise<Answer> => {
  if (actor !== undefined) scenario.users.check(actor, scenario.cluster.timeline.changes());
  const namespace = await scenario.project();
  const foreseen: Promise<void>[] = [];
  const shell: Shell = {
    cluster: scenario.cluster,
    namespace,
    readFile: (path) => {
      const text = scenario.files.read(path);
      foreseen.push(...namesInFile(text, path).map((manifest) => scenario.foresee(manifest)));
      return text;
    },
    ...(actor === undefined ? {} : { user: { name: actor } }),
  };
  const line = fillIn(scenario, written.trim());
  await checkNamesIn(scenario, line);
  const looks = isReading(line);
  const tell = () => runCommand(line, shell);
  const { timeline } = scenario.cluster;
  const before = timeline.changes().length;
  const ended = await (looks ? scenario.look(tell) : scenario.act(tell));
  await Promise.all(foreseen);
  // What is told to the world at the same time may hold up the news of what was written.
  if (foreseen.length > 0) await scenario.follow();
  if (ended.isMisspelt)
    throw new Error(`This is no command that could be tried: ${line}\n${ended.stderr.trim()}`);
  const changed = timeline.changes().length > before;
  if (!looks) await scenario.rest();
  scenario.workIn(shell.namespace);
  const answer = {
    tried: line,
    output: ended.terminal,
    ...(ended.exitCode === 0 ? {} : { refusal: ended.stderr.replace(ONLY_WARNINGS, '') }),
    isIdle: !looks && !changed && MAY_FIND_NOTHING.test(line) && FOUND_NOTHING.test(ended.terminal),
  };
  scenario.outcome.end(answer);
  return answer;
};

/** What else can be said of a file that is not there. */
const hintAt = ({ files }: Scenario, refusal: string): string => {
  const [, path] = /the path "([^"]*)" does not exist/.exec(refusal) ?? [];
  return path === undefined ? '' : `\n${files.nearest(path)}`;
};

/** What to say of a command that printed no error and yet ended with one: its answer is no. */
const endedBadly = (line: string, output: string): string => {
  const said = output.trim();
  return said === ''
    ? `The command ended with an error and printed none, as grep does that finds no line: ${line}`
    : `The command ended with an error, and its answer was: ${said}\n${line}\n` +
        'If that is meant, write "tries to run", and then what it prints.';
};

/** Runs a command that must not be refused. */
export const runWell = async (scenario: Scenario, line: string, actor?: string): Promise<void> => {
  const { refusal, output } = await run(scenario, line, actor);
  if (refusal === undefined) return;
  throw new Error(
    refusal.trim() === ''
      ? endedBadly(line, output)
      : `The command was refused: ${line}\n${refusal.trimEnd()}${hintAt(scenario, refusal)}`,
  );
};
