import { apiReport, ENTRY, REPORT } from './exports/report';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';
import { CHECK, keepUpToDate } from './support/madeFile';
import { Refusal } from './support/refusal';

const usage = (): string => `Usage: npm run exports [-- ${CHECK}]

Writes the report of what the public entry exports.

  ${CHECK}  change nothing; fail if the report says something else
`;

/** The lines of one text that the other does not have, marked. */
const missingFrom = (other: string, text: string, mark: string): string => {
  const known = new Set(other.split('\n'));
  return text
    .split('\n')
    .filter((line) => !known.has(line))
    .map((line) => `${mark} ${line}\n`)
    .join('');
};

const report = (request: Request): Ending => {
  const { text, problems } = apiReport(process.cwd());
  if (problems.length > 0) throw new Refusal(problems);
  return keepUpToDate(
    {
      path: REPORT,
      make: () => text,
      written: `${REPORT} says what ${ENTRY} exports.`,
      outdated: (known, made) =>
        `${REPORT} is out of date: what ${ENTRY} exports has changed.\n` +
        `${missingFrom(made, known, '-')}${missingFrom(known, made, '+')}` +
        'Whoever embeds the cluster relies on it. If the change is meant, run `npm run exports` and commit the report.',
    },
    request.has(CHECK),
  );
};

runCommand({ usage, options: [CHECK], words: [0, 0] }, report);
