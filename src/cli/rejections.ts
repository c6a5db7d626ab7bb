import { readFileSync } from 'node:fs';
import { compareAnswers } from '../evidence/refusals/compare';
import { type RecordedAnswer, readAnswers } from '../evidence/refusals/recordedAnswers';
import { typed } from '../run/calledAs';
import { progressOn } from '../terminal/progress';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';
import { requestedFiles } from './support/files';
import { Refusal } from './support/refusal';

const usage = (): string => `Usage: ${typed('rejections', 'FILE|FOLDER...')}

Sends manifests to the model, and compares its answers with those that a real API server gave, as recorded in .jsonl
files. Shows every difference.
`;

/** `npm run rejections -- FILE…`: sends manifests to the model and compares its answers with recorded ones. */
const main = async ({ words }: Request): Promise<Ending> => {
  const requested = requestedFiles(words, '.jsonl');
  const read = requested.files.map((file) => answersIn(file));
  const answers = read.flatMap((each) => each.answers);
  const problems = [...requested.problems, ...read.flatMap((each) => each.problems)];
  if (answers.length === 0) throw new Refusal([...problems, 'No recorded answer found.']);
  for (const problem of problems) console.error(problem);
  const progress = progressOn(process.stderr);
  let differing = 0;
  for (const [index, recorded] of answers.entries()) {
    progress.show(`${index + 1} of ${answers.length} answers: ${recorded.case}`);
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
  return { tried: answers.length, failed: differing + problems.length };
};

/** What is recorded in a file; nothing is a problem, too. */
const answersIn = (file: string): ReturnType<typeof readAnswers> => {
  const { answers, problems } = readAnswers(readFileSync(file, 'utf8'), file);
  const isEmpty = answers.length === 0 && problems.length === 0;
  return { answers, problems: isEmpty ? [`${file}: no answer is recorded in this file`] : problems };
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

runCommand({ usage, options: [], words: [1, Number.POSITIVE_INFINITY] }, main);
