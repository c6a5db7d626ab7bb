import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { passOnReports } from '../../report/site/beside';
import { madeCode } from '../../report/site/code/made';
import { pageOf } from '../../report/site/page';
import { RunLog } from '../../run/log';
import { passOnSelection } from '../../run/selection';
import type { Results } from '../journal/results';
import type { ConformanceReport } from '../report/report';
import { reportText } from '../report/text';
import { junitOf } from './junit';

/** What reports are made of. */
export interface Publication {
  readonly folder: string;
  readonly report: ConformanceReport;
  readonly messages: readonly Envelope[];
  readonly results: Results;
  /** What Cucumber found in the step files. */
  readonly library: object;
}

const FILES = {
  report: 'conformance.yaml',
  page: 'index.html',
  junit: 'junit.xml',
  messages: 'messages.ndjson',
} as const;

/** Writes all reports of a run, each whole or not at all. @returns their paths, that of `conformance.yaml` first */
export const publish = async (publication: Publication): Promise<readonly string[]> => {
  const { folder, report, messages, results } = publication;
  const at = (file: keyof typeof FILES): string => join(folder, FILES[file]);
  passOnReports({ [at('page')]: 'site.cjs', [at('report')]: '', [at('junit')]: '', [at('messages')]: '' });
  passOnSelection(report.run.selection);
  return [
    put(at('report'), reportText(report)),
    put(at('page'), await page(publication)),
    put(at('junit'), junitOf(messages, results)),
    put(at('messages'), messages.map((message) => `${JSON.stringify(message)}\n`).join('')),
  ];
};

const page = async ({ messages, library, report: { cluster, run } }: Publication): Promise<string> => {
  const log = new RunLog();
  for (const message of messages) log.take(message);
  const { code, problem } = await madeCode();
  if (problem !== undefined) process.stderr.write(`The page has neither style nor script: ${problem}\n`);
  return pageOf(log, library, code, {
    kubernetes: cluster.version,
    distribution: cluster.distribution.name,
    again: run.reproduce,
  });
};

const put = (path: string, text: string): string => {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`);
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
  return path;
};
