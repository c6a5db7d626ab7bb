import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import {
  type IRunConfiguration,
  type ISupportCodeLibrary,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { type Example, locationOf } from '../../run/example';
import { RunLog } from '../../run/log';
import { passOn } from '../../run/options';
import { rehearse as beginRehearsal, passOnRehearsal, tookIn } from '../../run/rehearsal';
import { isBase } from '../messages/base';
import type { Programme } from '../plan';
import type { Rehearsal, Rehearsed } from './rehearsal';

/** The file that tells runs how long examples take, in the folder of reports. */
const FILE = '.rehearsal.json';

/**
 * Tries the chosen examples in process, which takes seconds: how long each will take on a cluster that exists is known then,
 * and how it ought to end. Writes no reports. Runs that this process starts from then on are told how long examples take.
 */
export const rehearse = async ({ configuration, folder, target }: Programme): Promise<Rehearsal> => {
  const { env } = process;
  const before = { ...env };
  beginRehearsal(env);
  // Step files are loaded once, and are to be as they will be when it is run.
  passOn({ driver: 'in-process', seed: 1, disturbed: false, target });
  try {
    const library = await loadSupport(configuration);
    const { log, messages } = await tryAll(configuration, library);
    const examples = log.examples().map(rehearsed);
    passOnRehearsal(write(examples, folder), before);
    return { examples, messages, library };
  } finally {
    for (const name of Object.keys(env)) if (!(name in before)) delete env[name];
    Object.assign(env, before);
  }
};

const tryAll = async (configuration: IRunConfiguration, support: ISupportCodeLibrary) => {
  const log = new RunLog();
  const messages: Envelope[] = [];
  await runCucumber(
    {
      ...configuration,
      support,
      formats: { ...configuration.formats, stdout: 'summary', files: {} },
      runtime: { ...configuration.runtime, dryRun: false, failFast: false, parallel: 0, retry: 0 },
    },
    { stdout: silent(), stderr: silent() },
    (envelope) => {
      log.take(envelope);
      if (isBase(envelope)) messages.push(envelope);
    },
  );
  return { log, messages };
};

const silent = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

const rehearsed = (example: Example): Rehearsed => ({
  location: locationOf(example),
  name: example.name,
  tags: example.tags,
  outcome: example.outcome,
  modelTime: tookIn(example.steps.flatMap(({ attachments }) => attachments)) ?? filmed(example),
});

/** The time of its last picture. */
const filmed = ({ film }: Example): number => film?.steps.flat().at(-1)?.[0] ?? 0;

/** @returns the path of what was written */
const write = (examples: readonly Rehearsed[], folder: string): string => {
  const path = join(folder, FILE);
  mkdirSync(dirname(path), { recursive: true });
  const byLocation = Object.fromEntries(examples.map(({ location, modelTime }) => [location, modelTime]));
  writeFileSync(path, JSON.stringify(byLocation));
  return path;
};
