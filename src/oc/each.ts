import { SeveralErrors, throwAll } from './errors';
import { readFiles } from './files';
import type { Session } from './session';
import { type Filter, findTargets, type Target } from './targets';

/** What was found, and what was not. */
export interface Found {
  readonly targets: readonly Target[];
  readonly errors: readonly unknown[];
}

/** Fetches what files name. @throws CommandError */
export const findInFiles = async (session: Session, paths: readonly string[]): Promise<Found> => {
  const { found, errors } = readFiles(session, paths);
  const targets: Target[] = [];
  const all = [...errors];
  for (const each of found) {
    try {
      targets.push({ resource: each.resource, object: await session.api.get(each), file: each.file });
    } catch (error) {
      all.push(error);
    }
  }
  return { targets, errors: all };
};

/** Fetches what files name or, without files, what the words name. @throws CommandError */
export const findAll = (
  session: Session,
  words: readonly string[],
  filter: Filter & { readonly filename?: readonly string[] },
): Promise<Found> =>
  filter.filename?.length ? findInFiles(session, filter.filename) : findTargets(session, words, filter);

/** Says that nothing was found, as the verbs do that people give one object. */
export const warnOfNothing = (session: Session, { targets, errors }: Found): void => {
  if (targets.length + errors.length > 0) return;
  session.warn(`No resources found in ${session.namespace} namespace.`);
};

/** Does something with each object that is named; what goes wrong with one does not keep the others waiting. */
export const forEachTarget = async (
  session: Session,
  words: readonly string[],
  filter: Filter & { readonly filename?: readonly string[] },
  act: (target: Target) => Promise<void>,
): Promise<void> => {
  await forEachFound(await findAll(session, words, filter), act);
};

/** Does something with each object that was found; what goes wrong is thrown at the end, after what was not found. */
export const forEachFound = async (
  { targets, errors }: Found,
  act: (target: Target) => Promise<void>,
): Promise<void> => {
  const all = [...errors];
  for (const target of targets) {
    try {
      await act(target);
    } catch (error) {
      if (error instanceof SeveralErrors) all.push(...error.errors);
      else all.push(error);
    }
  }
  throwAll(all);
};
