import { Given, Then, When } from './language/define';
import { TEXT } from './support/below';
import { run, runWell } from './support/commandLine';
import { fail } from './support/expectations';
import { answered } from './support/lasting';
import type { Answer } from './support/outcome';
import { ANYTHING, matches, matchesLines } from './support/wildcards';
import type { Scenario } from './world';

Given('the file {string}:', TEXT, function (this: Scenario, path: string, content: string) {
  this.files.show(path, content, this.written.isBackground);
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

/** @throws if no line that is shown says anything, though something may be printed */
const checkSaysSomething = (shown: string, printed: string): void => {
  if (shown.trim() !== '' && printed.trim() !== '' && !shown.split('\n').some(hasWords))
    throw new Error(`"${ANYTHING}" alone is true of all that could be printed. Show some of the words.`);
};

/** The name in a refusal that says that there is nothing of this name. */
const NOT_FOUND = /\(NotFound\).* "([^"]+)" not found/;

/** @throws if the refusal says that a name is not known, and the words that are shown do not: it may be misspelt */
const checkNameShown = (words: string, refusal: string): void => {
  const [, name] = NOT_FOUND.exec(refusal) ?? [];
  if (name !== undefined && !words.includes(name))
    throw new Error(
      `It was refused because nothing is called "${name}", and the sentence does not say so:\n${refusal.trim()}\n` +
        'If that is meant, show the name; if not, it may be misspelt.',
    );
};

/** How the last thing ended. @throws if it was refused, and no line that is shown is of the refusal */
const lookAt = ({ outcome }: Scenario, shown: string): Answer => {
  const lines = shown.split('\n').filter(hasWords);
  return outcome.look((refusal) =>
    refusal.split('\n').some((each) => lines.some((line) => matches(line, each))),
  );
};

// In what is printed, `…` stands for anything on its line; how many blanks stand between columns does not matter.
Then('it prints:', answered(TEXT), function (this: Scenario, expected: string) {
  const { output } = lookAt(this, expected);
  checkSaysSomething(expected, output);
  if (!matchesLines(expected, output))
    fail('It printed something else.', expected.trimEnd(), output.trimEnd());
});

Then('it prints nothing', answered(), function (this: Scenario) {
  const { tried, output } = this.outcome.look();
  if (output.trim() !== '') fail(`This should print nothing: ${tried}`, '(nothing)', output.trimEnd());
});

Then('it prints, among other lines:', answered(TEXT), function (this: Scenario, shown: string) {
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

Then('it is refused:', answered(TEXT), function (this: Scenario, words: string) {
  const { tried, refusal, output } = this.outcome.look();
  if (words.trim() === '') throw new Error('No words are shown. Write those of the refusal, or … for any.');
  if (refusal === undefined)
    return fail(`This was not refused: ${tried}`, words.trim(), `(done) ${output.trim()}`.trim());
  if (refusal.trim() === '')
    return fail(
      `This ended with an error, and nothing was printed as one. Say what it prints instead: ${tried}`,
      words.trim(),
      output.trim() === '' ? '(it printed nothing)' : `(it printed) ${output.trim()}`,
    );
  const oneLine = (text: string) => text.trim().split('\n').join(' ');
  if (!matches(oneLine(words), oneLine(refusal)))
    fail('It should be refused, in these words.', words.trim(), refusal.trim());
  checkNameShown(words, refusal);
});
