import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { createInProcessCluster } from '../drivers/in-process/driver';
import { type RecordedAnswer, readAnswers } from '../evidence/refusals/recordedAnswers';
import { ApiError, type Status } from '../kubernetes/refusals';
import { requestedFiles } from './files';
import { Progress } from './progress';

/** What the model says to a manifest sent to namespace `default` of a new cluster; undefined if it takes it. */
const answer = async ({ manifest }: RecordedAnswer): Promise<Status | undefined> => {
  const cluster = createInProcessCluster();
  try {
    await cluster.api.create(manifest, { namespace: 'default' });
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error.status;
    throw error;
  } finally {
    await cluster.close();
  }
};

/** One line for each thing the model says otherwise. */
const differences = (recorded: RecordedAnswer, given: Status | undefined): readonly string[] => {
  const lines: string[] = [];
  const compare = (what: string, wanted: unknown, got: unknown) => {
    if (isDeepStrictEqual(wanted, got)) return;
    lines.push(`  ${what}\n    recorded: ${print(wanted)}\n    model:    ${print(got)}`);
  };
  compare('accepted', recorded.accepted, given === undefined);
  if (recorded.accepted) {
    if (given) lines.push(`  the model says: ${given.message}`);
    return lines;
  }
  compare('code', recorded.code, given?.code);
  if (recorded.reason !== undefined) compare('reason', recorded.reason, given?.reason);
  compare('message', recorded.message, given?.message);
  if (recorded.causes !== undefined) compare('causes', recorded.causes, given?.causes);
  return lines;
};

const print = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'none');

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
  const progress = new Progress(answers.length);
  let differing = 0;
  for (const recorded of answers) {
    progress.show(recorded.case);
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

const compared = async (recorded: RecordedAnswer): Promise<readonly string[]> => {
  try {
    return differences(recorded, await answer(recorded));
  } catch (error) {
    return [`  the model failed: ${(error as Error).stack ?? error}`];
  }
};

main().then((code) => {
  process.exitCode = code;
});
