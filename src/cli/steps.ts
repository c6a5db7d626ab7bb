import { Writable } from 'node:stream';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { dictionaryText, withoutExample } from '../catalogue/phrases/dictionary';
import { examplesOf, phrasesOf } from '../catalogue/phrases/phrase';
import { RunLog } from '../run/log';
import { coloursFor } from '../terminal/colour';
import { widthOf } from '../terminal/wrap';
import { explain } from './support/explain';

/**
 * Prints the dictionary: every phrase a step can be written with, and an example of each from the features.
 * With `--check` it prints only what is wrong.
 * @returns the exit code: 1 if a phrase has no example
 */
const steps = async (argv: readonly string[]): Promise<number> => {
  const log = await rehearse();
  const phrases = phrasesOf(log);
  const examples = examplesOf(phrases, log.pickles());
  if (!argv.includes('--check')) {
    const style = { width: widthOf(process.stdout), colours: coloursFor(process.stdout, process.env) };
    process.stdout.write(`${dictionaryText(phrases, examples, style)}\n`);
  }
  const lacking = withoutExample(phrases, examples);
  for (const { file, line, pattern } of lacking)
    process.stderr.write(
      `${file}:${line}: The phrase "${pattern}" has no example. Use it in a feature, or take it away.\n`,
    );
  if (lacking.length === 0 && argv.includes('--check'))
    process.stdout.write(`${phrases.length} phrases, each with an example.\n`);
  return lacking.length === 0 ? 0 : 1;
};

/** Lets Cucumber read all features and step definitions, and execute nothing. */
const rehearse = async (): Promise<RunLog> => {
  const { runConfiguration } = await loadConfiguration({ provided: { dryRun: true } });
  const log = new RunLog();
  await runCucumber(
    { ...runConfiguration, formats: { stdout: 'message', files: {}, publish: false, options: {} } },
    { stdout: new Writable({ write: (_chunk, _encoding, done) => done() }) },
    (envelope) => log.take(envelope),
  );
  return log;
};

steps(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  },
);
