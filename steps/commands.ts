import { Given, Then, When } from '@cucumber/cucumber';
import { isReading, runCommand, type Shell } from '../src/oc';
import { TEXT } from './support/below';
import { fail } from './support/expectations';
import { namesInFile } from './support/files';
import type { Answer } from './support/outcome';
import { fillIn } from './support/placeholders';
import { matches, matchesLines } from './support/wildcards';
import type { Scenario } from './world';

/** Runs a command as somebody. The cluster works on what comes of it; a command that only reads leaves time alone. */
const run = async (scenario: Scenario, actor: string | undefined, written: string): Promise<Answer> => {
  if (actor !== undefined) scenario.users.check(actor, scenario.cluster.timeline.changes());
  const namespace = await scenario.project();
  const shell: Shell = {
    cluster: scenario.cluster,
    namespace,
    readFile: (path) => {
      const text = scenario.files.read(path);
      for (const manifest of namesInFile(text, path)) scenario.askFor(manifest);
      return text;
    },
    ...(actor === undefined ? {} : { user: { name: actor } }),
  };
  const line = fillIn(scenario, written.trim());
  const ended = await scenario.act(() => runCommand(line, shell));
  if (ended.isMisspelt)
    throw new Error(`This is no command that could be tried: ${line}\n${ended.stderr.trim()}`);
  if (!isReading(line)) await scenario.rest();
  scenario.workIn(shell.namespace);
  const answer = {
    tried: line,
    output: ended.terminal,
    ...(ended.exitCode === 0 ? {} : { refusal: ended.stderr }),
  };
  scenario.outcome.end(answer);
  return answer;
};

const runWell = async (scenario: Scenario, actor: string | undefined, line: string): Promise<void> => {
  const { refusal } = await run(scenario, actor, line);
  if (refusal === undefined) return;
  throw new Error(
    refusal.trim() === ''
      ? `The command ended with an error and printed none, as grep does that finds no line: ${line}`
      : `The command was refused: ${line}\n${refusal}`,
  );
};

Given('the file {string}:', TEXT, function (this: Scenario, path: string, content: string) {
  this.files.show(path, content);
});

When(
  '(at once ){actor} run(s) {string}',
  async function (this: Scenario, actor: string | undefined, line: string) {
    await runWell(this, actor, line);
  },
);

When(
  '(at once ){actor} run(s):',
  TEXT,
  async function (this: Scenario, actor: string | undefined, line: string) {
    await runWell(this, actor, line);
  },
);

When(
  '(at once ){actor} try/tries to run {string}',
  async function (this: Scenario, actor: string | undefined, line: string) {
    await run(this, actor, line);
  },
);

When(
  '(at once ){actor} try/tries to run:',
  TEXT,
  async function (this: Scenario, actor: string | undefined, line: string) {
    await run(this, actor, line);
  },
);

// In what is printed, `…` stands for anything on its line; how many blanks stand between columns does not matter.
Then('it prints:', TEXT, function (this: Scenario, expected: string) {
  const { output } = this.outcome.look();
  if (!matchesLines(expected, output))
    fail('It printed something else.', expected.trimEnd(), output.trimEnd());
});

Then('it prints, among other lines:', TEXT, function (this: Scenario, shown: string) {
  const printed = this.outcome.look().output.trimEnd();
  if (shown.trim() === '') throw new Error('No line is shown that should be printed. Write at least one.');
  const lines = printed.split('\n');
  let at = 0;
  for (const line of shown.trimEnd().split('\n')) {
    const found = lines.slice(at).findIndex((each) => matches(line, each));
    if (found < 0) fail('It should print these lines, in this order.', shown.trimEnd(), printed);
    at += found + 1;
  }
});

Then('it is refused:', TEXT, function (this: Scenario, words: string) {
  const { tried, refusal, output } = this.outcome.look();
  if (words.trim() === '') throw new Error('No words are shown. Write those of the refusal, or … for any.');
  if (refusal === undefined)
    return fail(`This was not refused: ${tried}`, words.trim(), `(done) ${output.trim()}`.trim());
  const oneLine = (text: string) => text.trim().split('\n').join(' ');
  if (!matches(oneLine(words), oneLine(refusal)))
    fail('It should be refused, in these words.', words.trim(), refusal.trim());
});
