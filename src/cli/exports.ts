import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { apiReport, ENTRY, REPORT } from './exports/report';
import { explain } from './support/explain';

/** The lines of one text that the other does not have. */
const missingFrom = (other: string, text: string): readonly string[] => {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
};

/**
 * Writes the report of what the public entry exports. With `--check` it only compares.
 * @returns the exit code: 1 if the report is out of date, or something exported is not as it should be
 */
const report = (argv: readonly string[]): number => {
  const { text, problems } = apiReport(process.cwd());
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n`);
    return 1;
  }
  if (!argv.includes('--check')) {
    writeFileSync(REPORT, text);
    process.stdout.write(`${REPORT} says what ${ENTRY} exports.\n`);
    return 0;
  }
  const known = existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : '';
  if (known === text) return 0;
  const gone = missingFrom(text, known).map((line) => `- ${line}\n`);
  const come = missingFrom(known, text).map((line) => `+ ${line}\n`);
  process.stderr.write(
    `${REPORT} is out of date: what ${ENTRY} exports has changed.\n${gone.join('')}${come.join('')}` +
      'Whoever embeds the cluster relies on it. If the change is meant, run `npm run exports` and commit the report.\n',
  );
  return 1;
};

try {
  process.exitCode = report(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
