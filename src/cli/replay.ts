import { readFileSync } from 'node:fs';
import { replay, USUAL_PACE } from '../evidence/replay/replay';
import { readTrace } from '../evidence/replay/trace';
import { typed } from '../run/calledAs';
import { progressOn } from '../terminal/progress';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';
import { requestedFiles } from './support/files';

const usage = (): string => `Usage: ${typed('replay', 'FILE|FOLDER...')}

Does to the model what recordings (.jsonl files) say was done to a real control plane, and compares the state that both
came to after every step. Shows the first difference of each recording.
`;

/** `npm run replay -- FILE…`: runs recordings of a real control plane through the model and compares. */
const main = async ({ words }: Request): Promise<Ending> => {
  const { files, problems } = requestedFiles(words, '.jsonl');
  for (const problem of problems) console.error(problem);
  const progress = progressOn(process.stderr);
  let failures = problems.length;
  let matched = 0;
  let total = 0;
  for (const [index, file] of files.entries()) {
    progress.show(`${index + 1} of ${files.length} recordings: ${file}`);
    try {
      const result = await replay(readTrace(readFileSync(file, 'utf8'), file));
      matched += result.matched;
      total += result.steps;
      progress.clear();
      const counts = `${result.matched} of ${result.steps} steps`;
      const pace = result.pace === USUAL_PACE ? '' : `, ${result.pace / 1000} s between them`;
      console.log(`${result.first ? 'differs' : 'matches'}  ${counts}  ${file}${pace}`);
      if (!result.first) continue;
      failures++;
      const { step, operation, differences } = result.first;
      console.log(`  step ${step}: ${operation}`);
      for (const { what, recorded, model } of differences) {
        console.log(`  ${what}\n    recorded: ${recorded}\n    model:    ${model}`);
      }
    } catch (error) {
      failures++;
      progress.clear();
      console.error(
        `failed   ${(error as Error).message}${(error as Error).message.includes(file) ? '' : ` (${file})`}`,
      );
    }
  }
  console.log(
    `${matched} of ${total} steps match in ${files.length} recordings; ${failures} with differences or errors.`,
  );
  return { tried: total, failed: failures };
};

runCommand({ usage, options: [], words: [1, Number.POSITIVE_INFINITY] }, main);
