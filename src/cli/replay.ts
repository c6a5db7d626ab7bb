import { readFileSync } from 'node:fs';
import { replay } from '../evidence/replay/replay';
import { readTrace } from '../evidence/replay/trace';
import { progressOn } from '../terminal/progress';
import { requestedFiles } from './support/files';

const USAGE = `Usage: npm run replay -- FILE|FOLDER...

Does to the model what recordings (.jsonl files) say was done to a real control plane, and compares the state that both
came to after every step. Shows the first difference of each recording.
`;

/** `npm run replay -- FILE…`: runs recordings of a real control plane through the model and compares. */
const main = async (): Promise<number> => {
  const request = requestedFiles(process.argv.slice(2), '.jsonl', USAGE);
  if ('exitCode' in request) return request.exitCode;
  const { files, missing } = request;
  if (files.length === 0 && missing.length === 0) console.error('No .jsonl file found in the folders named.');
  const progress = progressOn(process.stderr);
  let failures = missing.length + (files.length === 0 ? 1 : 0);
  let matched = 0;
  let total = 0;
  for (const [index, file] of files.entries()) {
    progress.show(index + 1, files.length, `recordings: ${file}`);
    try {
      const result = await replay(readTrace(readFileSync(file, 'utf8'), file));
      matched += result.matched;
      total += result.steps;
      progress.clear();
      console.log(
        `${result.first ? 'differs' : 'matches'}  ${result.matched} of ${result.steps} steps  ${file}`,
      );
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
  return failures === 0 ? 0 : 1;
};

main().then((code) => {
  process.exitCode = code;
});
