import { Given, Then, When } from '@cucumber/cucumber';
import { runCommand, type Shell } from '../src/oc';
import { fail } from './support/expectations';
import { fillIn } from './support/placeholders';
import { matches, matchesLines } from './support/wildcards';
import type { Answer, Scenario } from './world';

const run = async (scenario: Scenario, actor: string | undefined, line: string): Promise<Answer> => {
  const namespace = await scenario.project();
  const shell: Shell = {
    cluster: scenario.cluster,
    namespace,
    readFile: (path) => scenario.files.read(path),
    ...(actor === undefined ? {} : { user: { name: actor } }),
  };
  const { terminal, stderr, exitCode } = await scenario.change(() =>
    runCommand(fillIn(scenario, line.trim()), shell),
  );
  scenario.workIn(shell.namespace);
  scenario.answer = { output: terminal, ...(exitCode === 0 ? {} : { refusal: stderr }) };
  return scenario.answer;
};

const runWell = async (scenario: Scenario, actor: string | undefined, line: string): Promise<void> => {
  const { refusal } = await run(scenario, actor, line);
  if (refusal !== undefined) throw new Error(`The command was refused: ${line}\n${refusal}`);
};

Given('the file {string}:', function (this: Scenario, path: string, content: string) {
  this.files.show(path, content);
});

When('{actor} run(s) {string}', async function (this: Scenario, actor: string | undefined, line: string) {
  await runWell(this, actor, line);
});

When('{actor} run(s):', async function (this: Scenario, actor: string | undefined, line: string) {
  await runWell(this, actor, line);
});

When(
  '{actor} try/tries to run {string}',
  async function (this: Scenario, actor: string | undefined, line: string) {
    await run(this, actor, line);
  },
);

When('{actor} try/tries to run:', async function (this: Scenario, actor: string | undefined, line: string) {
  await run(this, actor, line);
});

const lastAnswer = ({ answer }: Scenario): Answer => {
  if (!answer) throw new Error('Nothing has been run yet. Say first what is run, in a When.');
  return answer;
};

// In what is printed, `…` stands for anything on its line; how many blanks stand between columns does not matter.
Then('it prints:', function (this: Scenario, expected: string) {
  const { output } = lastAnswer(this);
  if (!matchesLines(expected, output))
    fail('It printed something else.', expected.trimEnd(), output.trimEnd());
});

Then('it prints, among other lines:', function (this: Scenario, shown: string) {
  const printed = (this.answer?.output ?? '').trimEnd();
  const lines = printed.split('\n');
  let at = 0;
  for (const line of shown.trimEnd().split('\n')) {
    const found = lines.slice(at).findIndex((each) => matches(line, each));
    if (found < 0) fail('It should print these lines, in this order.', shown.trimEnd(), printed);
    at += found + 1;
  }
});

Then('it is refused:', function (this: Scenario, words: string) {
  const { refusal = '(it was not refused)' } = lastAnswer(this);
  const oneLine = (text: string) => text.trim().split('\n').join(' ');
  if (!matches(oneLine(words), oneLine(refusal)))
    fail('It should be refused, in these words.', words.trim(), refusal.trim());
});
