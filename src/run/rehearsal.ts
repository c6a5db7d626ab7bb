import type { Attachment } from '@cucumber/messages';
import { ENVIRONMENT } from './environment';
import { readFile } from './files';
import { optionsOfRun } from './options';

/*
 * Before examples are run on a cluster where time takes its time, they are run in process: how long each would take is known
 * then.
 */

const VARIABLES = {
  /** Set to 1 in a run that finds out how long examples take. */
  rehearsing: 'ROLLCALL_REHEARSING',
  /** The file with what was found out: `{"features/x.feature:12": <ms>}`, rows of outlines by their own line. */
  found: 'ROLLCALL_REHEARSAL',
} as const;

/** How the time that an example took is attached to it. */
export const TOOK = 'application/x.rollcall.took+json';

/** True in a run that finds out how long examples take. */
export const isRehearsing = (env = ENVIRONMENT): boolean => env[VARIABLES.rehearsing] === '1';

/** Has runs that are started with this environment find out how long examples take. */
export const rehearse = (env = ENVIRONMENT): void => {
  env[VARIABLES.rehearsing] = '1';
};

/** Tells runs that are started with this environment where it stands how long examples take. */
export const passOnRehearsal = (path: string, env = ENVIRONMENT): void => {
  env[VARIABLES.found] = path;
};

/** How long (ms of cluster time) one example may take; undefined if no cluster was chosen, and time is no matter. */
export const patienceOfRun = (env = ENVIRONMENT): number | undefined => optionsOfRun(env).target?.patience;

/** How much cluster time (ms) the example took that this was attached to; undefined if nothing says. */
export const tookIn = (attachments: readonly Attachment[]): number | undefined => {
  const found = attachments.findLast(({ mediaType }) => mediaType === TOOK);
  return found && (JSON.parse(found.body) as { readonly ms: number }).ms;
};

let known: { readonly path: string; readonly took: Readonly<Record<string, number>> } | undefined;

/**
 * How much cluster time (ms) an example takes, as was found out; undefined if nobody has found out.
 * @param place `features/x.feature:12`
 */
export const rehearsed = (place: string, env = ENVIRONMENT): number | undefined => {
  const path = env[VARIABLES.found];
  if (!path) return undefined;
  if (known?.path !== path) known = { path, took: JSON.parse(readFile(path, '')) };
  return known?.took[place];
};
