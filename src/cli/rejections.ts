import { readFileSync } from 'node:fs';
import { compareAnswers } from '../evidence/refusals/compare';
import { type RecordedAnswer, readAnswers } from '../evidence/refusals/recordedAnswers';
import { progressOn } from '../terminal/progress';
import { requestedFiles } from './support/files';

const USAGE = `Usage: npm run rejections -- FILE|FOLDER...

Sends manifests to the model, and compares its answers with those that a real API server gave, as recorded in .jsonl
files. Shows every difference.
`;

/** `npm run rejections -- FILE…`: sends manifests to the model and compares its answers with recorded ones. */
const main = async (): Promise<number> => {
  const request = requestedFiles(process.argv.slice(2), '.jsonl', USAGE);
  if ('exitCode' in request) return request.exitCode;
  const { files, missing } = request;
  const read = files.map((file) => readAnswers(readFileSync(file, 'utf8'), file));
  const answers = read.flatMap((each) => each.answers);
  const problems = [...missing, ...read.flatMap((each) => each.problems)];
  for (const problem of read.flatMap((each) => each.problems)) console.error(problem);
  if (answers.length === 0) {
    console.error('No recorded answer found.');
    return 1;
  }
  const progress = progressOn(process.stderr);
  let differing = 0;
  for (const [index, recorded] of answers.entries()) {
    progress.show(index + 1, answers.length, `answers: ${recorded.case}`);
    const lines = await compared(recorded);
    progress.clear();
    console.log(`${lines.length === 0 ? 'matches' : 'differs'}  ${recorded.case}`);
    if (lines.length === 0) continue;
    differing++;
    for (const line of lines) console.log(line);
  }
  console.log(
    `${answers.length - differing} of ${answers.length} answers match; ${differing} differ, ${problems.length} could not be read.`,
  );
  return differing + problems.length === 0 ? 0 : 1;
};

/** The differences, a line or two each; a model that breaks down is one. */
const compared = async (recorded: RecordedAnswer): Promise<readonly string[]> => {
  try {
    return (await compareAnswers(recorded)).map(
      ({ what, recorded, model }) => `  ${what}\n    recorded: ${recorded}\n    model:    ${model}`,
    );
  } catch (error) {
    return [`  the model failed: ${(error as Error).stack ?? error}`];
  }
};

main().then((code) => {
  process.exitCode = code;
});
