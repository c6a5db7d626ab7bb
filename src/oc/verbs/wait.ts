import type { KubeObject } from '../../kubernetes/object';
import { findInFiles } from '../each';
import { fail, isNotFound, throwAll } from '../errors';
import { duration, type FlagValues, list, onOff, text } from '../flags';
import { report } from '../output';
import { allNamespaces } from '../parser';
import type { Session } from '../session';
import { findTargets, namespaceFor, readNames, refOf, type Target } from '../targets';
import { defineVerb } from '../verb';
import { type Awaited, readAwaited } from '../waitConditions';
import { waitUntil } from '../waiting';

const flags = {
  for: text(),
  timeout: duration(),
  all: onOff(),
  selector: text('l'),
  fieldSelector: text(),
  filename: list('f'),
  allNamespaces,
} as const;

/** How long (ms) kubectl waits if nobody says otherwise. */
const TIMEOUT = 30_000;

type Ref = ReturnType<typeof refOf>;

const find = async (session: Session, ref: Ref): Promise<KubeObject | undefined> => {
  try {
    return await session.api.get(ref);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
};

const isSo = async (session: Session, ref: Ref, uid: string | undefined, awaited: Awaited) => {
  const object = await find(session, ref);
  if (awaited === 'delete') return object === undefined || object.metadata.uid !== uid;
  if (awaited === 'create') return object !== undefined;
  if (object === undefined) throw fail(`${ref.resource.plural} "${ref.name}" not found`);
  return awaited(object);
};

/** What is not there need not be deleted any more; whatever is to be created is not there yet. */
const withoutTheMissing = async (session: Session, words: readonly string[]): Promise<readonly Target[]> =>
  readNames(session.kinds, words).objects.map(({ resource, name }) => ({
    resource,
    object: { metadata: { name, namespace: namespaceFor(session, resource) } } as KubeObject,
  }));

const targetsOf = async (
  session: Session,
  words: readonly string[],
  given: FlagValues<typeof flags>,
  awaited: Awaited,
): Promise<readonly Target[]> => {
  if (awaited === 'create' && given.filename.length === 0) {
    const named = await withoutTheMissing(session, words);
    if (named.length > 0) return named;
  }
  const { targets, errors } =
    given.filename.length > 0
      ? await findInFiles(session, given.filename)
      : await findTargets(session, words, given);
  const failures = awaited === 'delete' ? errors.filter((error) => !isNotFound(error)) : errors;
  throwAll(failures);
  if (targets.length === 0 && awaited !== 'delete') throw fail('no matching resources found');
  return targets;
};

/** `wait --for=…`: lets time go by until something is so of every object, or until the timeout. */
export const wait = defineVerb({
  name: 'wait',
  flags,
  async run(session, words, given) {
    const awaited = readAwaited(given.for ?? '');
    const targets = await targetsOf(session, words, given, awaited);
    const end = session.now() + (given.timeout ?? TIMEOUT);
    const failures: unknown[] = [];
    for (const target of targets) {
      const { uid } = target.object.metadata;
      const check = () => isSo(session, refOf(target), uid, awaited);
      try {
        const left = end - session.now();
        if (!(left > 0 ? await waitUntil(session, check, left) : await check())) {
          const { name } = target.object.metadata;
          throw fail(`timed out waiting for the condition on ${target.resource.plural}/${name}`);
        }
        report(session, target, 'condition met', { dryRun: false });
      } catch (error) {
        failures.push(error);
      }
    }
    throwAll(failures);
  },
});
