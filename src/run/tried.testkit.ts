import { Writable } from 'node:stream';
import {
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { Example } from './example';
import { RunLog } from './log';

/** Node loads step files once, so that a second run in the same process must be given what the first one found. */
let library: ISupportCodeLibrary | undefined;

/** Runs features with the phrases of the house, in this process, and prints nothing. @param paths of features */
export const tryFeatures = async (...paths: readonly string[]): Promise<readonly Example[]> => {
  const { runConfiguration } = await loadConfiguration({ provided: { paths: [...paths] } });
  library ??= await loadSupport(runConfiguration);
  const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const formats = { ...runConfiguration.formats, files: {}, stdout: 'summary' };
  const log = new RunLog();
  await runCucumber(
    { ...runConfiguration, formats, support: library },
    { stdout: silent(), stderr: silent() },
    (envelope) => log.take(envelope),
  );
  return log.examples();
};

/** What the steps of an example complained about; empty if it passed. */
export const complaintOf = ({ steps }: Example): string =>
  steps
    .map(({ result }) => result?.message ?? '')
    .join('\n')
    .trim();
