import { readFileSync } from 'node:fs';
import { checkReport } from '../conformance/report/check';
import { registerFor } from '../conformance/report/registerFor';
import { typed } from '../run/calledAs';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';
import { Refusal } from './support/refusal';

const usage = (): string => `Usage: ${typed('conformance:check', 'FILE')}

Holds a report of a conformance run against its schema, against itself and against the register of claims: counts add
up, core examples are not skipped, claims exist, the result follows from the examples, and nobody changed a word.
`;

const check = ({ words: [file = ''] }: Request): Ending => {
  const { report, problems } = checkReport(read(file), registerFor);
  if (problems.length > 0 || !report) throw new Refusal(problems.map((problem) => `${file}: ${problem}`));
  process.stdout.write(`${file}: ${report.result}. ${report.summary} It is in order.\n`);
  return { tried: 1, failed: 0 };
};

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal([`${file} cannot be read: ${(error as Error).message}`]);
  }
};

runCommand({ usage, options: [], words: [1, 1] }, check);
