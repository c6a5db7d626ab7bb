import { readFileSync, writeFileSync } from 'node:fs';
import { gaps } from '../cluster/model/gaps';
import { gapsList } from '../report/gaps';
import { explain } from './support/explain';

const README = 'README.md';
const SECTION = /(<!-- what is left out -->\n\n)[\s\S]*?(\n\n<!-- -->)/;

/**
 * Writes into the README what the model leaves out. With `--check` it only compares.
 * @returns the exit code: 1 if the README is out of date
 */
const model = (argv: readonly string[]): number => {
  const known = readFileSync(README, 'utf8');
  if (!SECTION.test(known)) throw new Error(`${README} has no place for what the model leaves out.`);
  const text = known.replace(SECTION, (_, before, after) => `${before}${gapsList(gaps)}${after}`);
  if (!argv.includes('--check')) {
    writeFileSync(README, text);
    process.stdout.write(`${README} says what the model leaves out.\n`);
    return 0;
  }
  if (known === text) return 0;
  process.stderr.write(
    `${README} is out of date: what the model leaves out has changed. Run \`npm run model\`.\n`,
  );
  return 1;
};

try {
  process.exitCode = model(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
