import { Given, Then, When } from '@cucumber/cucumber';
import { TEXT } from './support/below';
import { run, runWell } from './support/commandLine';
import { fail } from './support/expectations';
import type { Answer } from './support/outcome';
import { ANYTHING, matches, matchesLines } from './support/wildcards';
import type { Scenario } from './world';

Given('the file {string}:', TEXT, function (this: Scenario, path: string, content: string) {
  this.files.show(path, content);
});

When(
  '(at once ){actor} run(s) {string}',
  async function (this: Scenario, actor: string | undefined, line: string) {
    await runWell(this, line, actor);
  },
);

When(
  '(at once ){actor} run(s):',
  TEXT,
  async function (this: Scenario, actor: string | undefined, line: string) {
    await runWell(this, line, actor);
  },
);

When(
  '(at once ){actor} try/tries to run {string}',
  async function (this: Scenario, actor: string | undefined, line: string) {
    await run(this, line, actor);
  },
);

When(
  '(at once ){actor} try/tries to run:',
  TEXT,
  async function (this: Scenario, actor: string | undefined, line: string) {
    await run(this, line, actor);
  },
);

/** Tells whether a line says anything. */
const hasWords = (line: string): boolean => line.replaceAll(ANYTHING, '').trim() !== '';

/** How the last thing ended. @throws if it was refused, and no line that is shown is of the refusal */
const lookAt = ({ outcome }: Scenario, shown: string): Answer => {
  const lines = shown.split('\n').filter(hasWords);
  return outcome.look((refusal) =>
    refusal.split('\n').some((each) => lines.some((line) => matches(line, each))),
  );
};

// In what is printed, `…` stands for anything on its line; how many blanks stand between columns does not matter.
Then('it prints:', TEXT, function (this: Scenario, expected: string) {
  const { output } = lookAt(this, expected);
  if (!matchesLines(expected, output))
    fail('It printed something else.', expected.trimEnd(), output.trimEnd());
});

Then('it prints nothing', function (this: Scenario) {
  const { tried, output } = this.outcome.look();
  if (output.trim() !== '') fail(`This should print nothing: ${tried}`, '(nothing)', output.trimEnd());
});

Then('it prints, among other lines:', TEXT, function (this: Scenario, shown: string) {
  const printed = lookAt(this, shown).output.trimEnd();
  if (!shown.split('\n').some(hasWords))
    throw new Error('No line is shown that should be printed. Write at least one.');
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
