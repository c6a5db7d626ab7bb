import { join } from 'node:path';
import { Writable } from 'node:stream';
import { loadConfiguration, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import { withoutTwin } from '../catalogue/editions';
import { definitionsIn, formsIn } from '../catalogue/phrases/definitions';
import { dictionaryText, withoutExample } from '../catalogue/phrases/dictionary';
import { usagesOf } from '../catalogue/phrases/example';
import { isKorean } from '../catalogue/phrases/language';
import { nearest } from '../catalogue/phrases/nearest';
import { shownPattern } from '../catalogue/phrases/parameters';
import { type Phrase, phrasesOf } from '../catalogue/phrases/phrase';
import { phrasesAbout } from '../catalogue/phrases/search';
import { problemText } from '../catalogue/rules/problem';
import { languages } from '../language/language';
import { featureFiles, featuresIn } from '../project/features';
import { HOUSE } from '../project/house';
import { isPackage, typed } from '../run/calledAs';
import { languageOfRun, parseLanguage } from '../run/language';
import { RunLog } from '../run/log';
import { styleFor } from '../terminal/style';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';
import { configurationFile } from './support/configuration';
import { toldIn } from './support/editions';
import { Refusal } from './support/refusal';

const CHECK = '--check';
const LANG = '--lang';

const usage = (): string => `Usage: ${typed('steps', `[${CHECK}] [${LANG} LANGUAGE] [WORD]...`)}

Prints the phrases that steps can be written with, what tables below them take, and an example of each from the features,
to be pasted: all of them, or those with these words in the phrase, its example or its table.

  ${LANG}   the language of the phrases: ${languages.join(' or ')}; default that of the words, or of the terminal
  ${CHECK}  print only what is wrong: phrases without an example, and examples that only one edition tells
`;

/**
 * Prints the dictionary: every phrase a step can be written with, and an example of each from the features.
 * With `--check` it prints only what is wrong.
 */
const steps = async (request: Request): Promise<Ending> => {
  const checks = request.has(CHECK);
  if (checks && request.words.length > 0)
    throw new Refusal([`${CHECK} looks at all phrases. Take the words away.`]);
  const { log, definitions } = await rehearse();
  const all = phrasesOf(log, formsIn(definitions));
  const examples = usagesOf(all, log.pickles());
  const asked = request.value(LANG) ?? (request.words.some(isKorean) ? 'ko' : undefined);
  const language = asked === undefined ? languageOfRun(process.env) : parseLanguage(asked, LANG);
  const phrases = checks ? all : phrasesAbout(request.words, all, examples, language);
  if (all.length > 0 && phrases.length === 0) throw new Refusal([nothingAbout(request.words.join(' '), all)]);
  if (!checks) {
    const style = styleFor(process.stdout, process.env, language);
    process.stdout.write(`${dictionaryText(phrases, examples, style)}\n`);
  }
  const lacking = withoutExample(phrases, examples);
  for (const { file, line, pattern } of lacking)
    process.stderr.write(
      `${file}:${line}: The phrase "${pattern}" has no example. Use it in a feature, or take it away.\n`,
    );
  const alone = checks && process.cwd() === HOUSE ? withoutTwin(toldIn(log, definitions)) : [];
  for (const problem of alone) process.stderr.write(`${problemText(problem)}\n`);
  const failed = lacking.length + alone.length;
  if (failed === 0 && checks) process.stdout.write(`${phrases.length} phrases, each with an example.\n`);
  return { tried: phrases.length, failed };
};

const nothingAbout = (words: string, phrases: readonly Phrase[]): string =>
  [
    `No phrase has "${words}" in it, nor in its example. The nearest:`,
    ...nearest(words, phrases).map((phrase) => `  ${shownPattern(phrase)}`),
  ].join('\n');

/** Lets Cucumber read all features and step definitions, and execute nothing. */
const rehearse = async () => {
  const { runConfiguration } = await loadConfiguration({
    ...configurationFile(),
    provided: { dryRun: true, paths: isPackage() ? withTheHouses(process.cwd()) : [] },
  });
  const support = await loadSupport(runConfiguration);
  const log = new RunLog();
  await runCucumber(
    { ...runConfiguration, support, formats: { stdout: 'message', files: {}, publish: false, options: {} } },
    { stdout: new Writable({ write: (_chunk, _encoding, done) => done() }) },
    (envelope) => log.take(envelope),
  );
  return { log, definitions: definitionsIn(support) };
};

/** The features of a project, then those of the house, from which its own phrases have their examples. */
const withTheHouses = (directory: string): string[] => {
  const folder = join(HOUSE, 'features');
  return [...featureFiles(directory), ...featuresIn(folder).map((file) => join(folder, file))];
};

runCommand({ usage, options: [CHECK, `${LANG} <LANGUAGE>`], words: [0, Number.POSITIVE_INFINITY] }, steps);
