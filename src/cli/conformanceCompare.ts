import { readFileSync } from 'node:fs';
import { compare } from '../conformance/report/compare';
import { comparisonText } from '../conformance/report/comparisonText';
import type { ConformanceReport } from '../conformance/report/report';
import { isReport, shapeProblems } from '../conformance/report/shape';
import { readReport, yamlOf } from '../conformance/report/text';
import { readRegister } from '../project/register';
import { typed } from '../run/calledAs';
import { styleFor } from '../terminal/style';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';
import { Refusal } from './support/refusal';

const usage = (): string => `Usage: ${typed('conformance:compare', '[-o yaml] A B')}

Says what differs between two reports of conformance runs, of two releases or two distributions: which capabilities,
which promises, which examples.

  -o, --output FORMAT  text, which is the default, or yaml

Exit code: 0 if nothing differs, 1 if something does, 2 if a report cannot be read.
`;

const FORMATS = ['text', 'yaml'];

const compareFiles = (request: Request): Ending => {
  const output = request.value('--output') ?? 'text';
  if (!FORMATS.includes(output))
    throw new Refusal([`--output is "${output}". Choose one of: ${FORMATS.join(', ')}.`]);
  const [a = '', b = ''] = request.words;
  const comparison = compare(read(a), read(b));
  const style = styleFor(process.stdout, process.env);
  process.stdout.write(
    output === 'yaml' ? yamlOf(comparison) : comparisonText(comparison, readRegister(process.cwd()), style),
  );
  return { tried: 1, failed: comparison.same ? 0 : 1 };
};

const read = (file: string): ConformanceReport => {
  let found: unknown;
  try {
    found = readReport(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refusal([`${file} cannot be read: ${(error as Error).message.split('\n')[0]}`]);
  }
  if (!isReport(found))
    throw new Refusal([`${file} is no report of a conformance run:`, ...shapeProblems(found).slice(0, 5)]);
  return found;
};

runCommand({ usage, options: ['-o, --output <FORMAT>'], words: [2, 2], undone: 2 }, compareFiles);
