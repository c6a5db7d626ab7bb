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
import { isBase } from '../messages/base';
import type { Programme } from '../plan';
import type { Rehearsal, Rehearsed } from './rehearsal';

const VARIABLES = {
  /** Set to 1 in a run that finds out how long examples take. */
  rehearsing: 'ROLLCALL_REHEARSING',
  /** The file with what was found out: milliseconds of cluster time by location. */
  found: 'ROLLCALL_REHEARSAL',
} as const;

/** How the time that an example took is attached to it. */
const TOOK = 'application/x.rollcall.took+json';

/** The file that tells runs how long examples take, in the folder of reports. */
const FILE = '.rehearsal.json';

/**
 * Tries the chosen examples in process, which takes seconds: how long each will take on a cluster that exists is known then,
 * and how it ought to end. Writes no reports. Runs that this process starts from then on are told how long examples take.
 */
export const rehearse = async ({ configuration, folder }: Programme): Promise<Rehearsal> => {
  const { env } = process;
  const before = { ...env };
  env[VARIABLES.rehearsing] = '1';
  passOn({ driver: 'in-process', seed: 1, disturbed: false });
  try {
    const library = await loadSupport(configuration);
    const { log, messages } = await tryAll(configuration, library);
    const examples = log.examples().map(rehearsed);
    before[VARIABLES.found] = write(examples, folder);
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
  modelTime: took(example) ?? filmed(example),
});

/** What the example says of itself. */
const took = ({ steps }: Example): number | undefined => {
  const found = steps
    .flatMap(({ attachments }) => attachments)
    .findLast(({ mediaType }) => mediaType === TOOK);
  return found && (JSON.parse(found.body) as { readonly ms: number }).ms;
};

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
