import { Writable } from 'node:stream';
import {
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { Example, StepRun } from './example';
import { RunLog } from './log';

/** Node loads step files once, so that a second run in the same process must be given what the first one found. */
let library: ISupportCodeLibrary | undefined;

/** What the files of steps define. */
export const phrasesOfHouse = async (): Promise<ISupportCodeLibrary> => {
  const { runConfiguration } = await loadConfiguration({ provided: { paths: [] } });
  library ??= await loadSupport(runConfiguration);
  return library;
};

/** Runs features with the phrases of the house, in this process, and prints nothing. @param paths of features */
export const tryFeatures = async (...paths: readonly string[]): Promise<readonly Example[]> =>
  (await logOfTrying(...paths)).examples();

/** The same; what happened, with the phrases there were. */
export const logOfTrying = async (...paths: readonly string[]): Promise<RunLog> => {
  const { runConfiguration } = await loadConfiguration({ provided: { paths: [...paths] } });
  const support = await phrasesOfHouse();
  const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const formats = { ...runConfiguration.formats, files: {}, stdout: 'summary' };
  const log = new RunLog();
  await runCucumber(
    { ...runConfiguration, formats, support },
    { stdout: silent(), stderr: silent() },
    (envelope) => log.take(envelope),
  );
  return log;
};

/** The path of a stack trace, below what was said. */
const STACK = /\n\s+at [\s\S]*$/;

/** What a step complained about, without the way to it; empty if it passed. */
export const complaintOfStep = ({ result }: StepRun): string =>
  (result?.message ?? '').replace(STACK, '').trim();

/** What the steps of an example complained about; empty if it passed. */
export const complaintOf = ({ steps }: Example): string =>
  steps
    .map(({ result }) => result?.message ?? '')
    .join('\n')
    .trim();
