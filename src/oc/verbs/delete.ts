import { ApiError } from '../../kubernetes/refusals';
import type { DeleteOptions, ObjectRef } from '../../port/api';
import { afterDryRun } from '../dryRun';
import { fail, isNotFound, throwAll, whileDoing } from '../errors';
import { readFiles } from '../files';
import { duration, type FlagValues, list, maybe, onOff, text, wholeNumber } from '../flags';
import { changeFlags } from '../output';
import { allNamespaces } from '../parser';
import type { Session } from '../session';
import { checkFilter, findTargets, kindOf, namespaceFor, readNames, refOf } from '../targets';
import { defineVerb } from '../verb';
import { waitUntil } from '../waiting';

const flags = {
  filename: list('f'),
  selector: text('l'),
  fieldSelector: text(),
  all: onOff(),
  allNamespaces,
  cascade: { ...text(), bare: 'background' },
  gracePeriod: wholeNumber(),
  force: onOff(),
  now: onOff(),
  wait: onOff(undefined, true),
  timeout: duration(),
  ignoreNotFound: maybe(),
  output: text('o'),
  dryRun: changeFlags.dryRun,
} as const;

type Given = FlagValues<typeof flags>;

const policyOf = ({ cascade = 'background' }: Given): DeleteOptions['propagationPolicy'] => {
  switch (cascade) {
    case 'background':
    case 'true':
      return 'Background';
    case 'foreground':
      return 'Foreground';
    case 'orphan':
    case 'false':
      return 'Orphan';
    default:
      throw fail(`invalid cascade value (${cascade}). Must be "background", "foreground", or "orphan"`);
  }
};

/** An object to delete: one that is there, or one that somebody says is there. */
interface Doomed {
  readonly ref: ObjectRef;
  readonly file?: string;
}

/** Seconds of grace that the flags ask for; undefined leaves it to the object. */
const graceOf = ({ gracePeriod, force, now }: Given): number | undefined => {
  const asked = gracePeriod !== undefined && gracePeriod >= 0 ? gracePeriod : undefined;
  if (now) {
    if (gracePeriod !== undefined) throw fail('--now and --grace-period cannot be specified together');
    return 1;
  }
  if (force && asked) throw fail('--force and --grace-period greater than 0 cannot be specified together');
  if (asked === 0 && !force) return 1;
  return force ? 0 : asked;
};

const findDoomed = async (
  session: Session,
  words: readonly string[],
  given: Given,
): Promise<{ readonly doomed: readonly Doomed[]; readonly errors: readonly unknown[] }> => {
  if (given.filename.length > 0) {
    const { found, errors } = readFiles(session, given.filename);
    return { doomed: found.map((each) => ({ ref: each, file: each.file })), errors };
  }
  const named = readNames(session.kinds, words);
  const { selector = given.all ? '' : undefined } = given;
  if (named.objects.length === 0) {
    const { targets, errors } = await findTargets(session, words, given);
    return { doomed: targets.map((target) => ({ ref: refOf(target) })), errors };
  }
  checkFilter(named, { ...given, selector });
  const refs = named.objects.map(({ resource, name }) => ({
    resource,
    namespace: namespaceFor(session, resource),
    name,
  }));
  return { doomed: refs.map((ref) => ({ ref })), errors: [] };
};

const uidOf = async (session: Session, ref: ObjectRef): Promise<string | undefined> => {
  try {
    return (await session.api.get(ref)).metadata.uid;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
};

const announcement = ({ resource, namespace, name }: ObjectRef, given: Given): string => {
  if (given.output === 'name') return `${kindOf(resource)}/${name}`;
  const deleted = graceOf(given) === 0 ? 'force deleted' : 'deleted';
  const from = namespace ? ` from ${namespace} namespace` : '';
  return `${kindOf(resource)} "${name}" ${deleted}${from}${afterDryRun(given.dryRun)}`;
};

/** Waits until an object is gone, or another one bears its name. */
const waitForEnd = async (
  session: Session,
  ref: ObjectRef,
  uid: string,
  timeout: number | undefined,
): Promise<void> => {
  const gone = await waitUntil(session, async () => (await uidOf(session, ref)) !== uid, timeout);
  if (!gone) throw fail(`timed out waiting for the condition on ${ref.resource.plural}/${ref.name}`);
};

const OLD_CASCADES: Readonly<Record<string, string>> = { true: 'background', false: 'orphan' };

const check = (session: Session, given: Given): void => {
  const instead = OLD_CASCADES[given.cascade ?? ''];
  if (instead !== undefined) {
    session.warn(
      `warning: --cascade=${given.cascade} is deprecated (boolean value) and can be replaced with --cascade=${instead}.`,
    );
  }
  if (given.all && (given.selector || given.fieldSelector)) {
    throw fail("setting 'all' parameter but found a non empty selector. ");
  }
  if (given.output !== undefined && given.output !== 'name') {
    throw fail(`unexpected -o output mode: ${given.output}. We only support '-o name'`);
  }
};

/** `delete`: asks for objects to go and waits until they are gone. */
export const remove = defineVerb({
  name: 'delete',
  flags,
  async run(session, words, given) {
    check(session, given);
    const grace = graceOf(given);
    if (grace === 0) {
      session.warn(
        'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. ' +
          'The resource may continue to run on the cluster indefinitely.',
      );
    }
    const { doomed, errors } = await findDoomed(session, words, given);
    const failures = [...errors];
    if (session.namespaceGiven && doomed.some(({ ref }) => !ref.resource.namespaced)) {
      session.warn('Warning: deleting cluster-scoped resources, not scoped to the provided namespace');
    }
    const forgiving =
      given.ignoreNotFound ??
      (given.all || given.selector !== undefined || given.fieldSelector !== undefined);
    const options: DeleteOptions = {
      propagationPolicy: policyOf(given),
      ...(grace === undefined ? {} : { gracePeriodSeconds: grace }),
    };
    const leaving: { readonly ref: ObjectRef; readonly uid: string }[] = [];
    for (const { ref, file } of doomed) {
      try {
        const uid = given.dryRun ? undefined : await uidOf(session, ref);
        if (given.dryRun !== 'client') await session.api.delete(ref, options);
        session.print(announcement(ref, given));
        if (uid !== undefined) leaving.push({ ref, uid });
      } catch (error) {
        if (!(forgiving && isNotFound(error))) failures.push(whileDoing(error, 'deleting', file));
      }
    }
    if (doomed.length === 0 && failures.length === 0) session.print('No resources found');
    if (given.wait) {
      for (const { ref, uid } of leaving) {
        try {
          await waitForEnd(session, ref, uid, given.timeout);
        } catch (error) {
          failures.push(error);
        }
      }
    }
    throwAll(failures);
  },
});
