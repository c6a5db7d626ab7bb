import type { KubeObject } from '../../kubernetes/object';
import { toCompactJson } from '../../kubernetes/print/output/json';
import { ApiError } from '../../kubernetes/refusals';
import {
  applyPatch,
  computeApplyPatch,
  LAST_APPLIED,
  lastAppliedOf,
  patchTypeOf,
  rememberingItself,
} from '../../kubernetes/wire/patch';
import type { WriteOptions } from '../../port/api';
import type { DryRun } from '../dryRun';
import { fail, usageError, whileDoing } from '../errors';
import { asWritten, type FromFile, forEachInFiles } from '../files';
import { list } from '../flags';
import { changeFlags, report } from '../output';
import { applyOnServer, checkServerSide, serverSideFlags } from '../serverSideApply';
import type { Session } from '../session';
import { validate } from '../validateFlag';
import { defineVerb } from '../verb';

/** What a failed request was about, as kubectl apply spells it out. */
const about = ({ resource, namespace, name }: FromFile): string => {
  const apiVersion = resource.apiVersion;
  const group = resource.group === '' ? `/${resource.version}` : apiVersion;
  return (
    `Resource: "${group}, Resource=${resource.plural}", GroupVersionKind: "${group}, Kind=${resource.kind}"\n` +
    `Name: "${name}", Namespace: "${namespace ?? ''}"`
  );
};

const failed = (error: unknown, doing: string, file: string): unknown =>
  error instanceof ApiError
    ? new ApiError({ ...error.status, message: `error when ${doing} "${file}": ${error.message}` })
    : error;

const fetchLive = async (session: Session, each: FromFile): Promise<KubeObject | undefined> => {
  try {
    return await session.api.get(each);
  } catch (error) {
    if (error instanceof ApiError && error.reason === 'NotFound') return undefined;
    throw failed(error, `retrieving current configuration of:\n${about(each)}\nfrom server for:`, each.file);
  }
};

const warnOfMissingMemory = (session: Session, { resource, name }: FromFile): void =>
  session.warn(
    `Warning: resource ${resource.plural}/${name} is missing the ${LAST_APPLIED} annotation which is required by ` +
      'kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create ' +
      '--save-config or kubectl apply. The missing annotation will be patched automatically.',
  );

const warnOfEnd = (session: Session, { name }: FromFile): void =>
  session.warn(`Warning: Detected changes to resource ${name} which is currently being deleted.`);

/**
 * What is applied is looked up first, and that takes a name.
 * @see k8s.io/kubectl/pkg/cmd/apply applyOneObject
 */
const needName = (each: FromFile): void => {
  if (each.name !== '') return;
  const prefix = each.manifest.metadata?.generateName;
  if (prefix) throw fail(`from ${prefix}: cannot use generate name with apply`);
  throw fail(
    `error when retrieving current configuration of:\n${about(each)}\nfrom server for: "${each.file}": resource name may not be empty`,
  );
};

/** What became of an object of a file. */
interface Applied {
  readonly done: 'created' | 'configured' | 'unchanged';
  readonly object: KubeObject;
}

const applyOne = async (
  session: Session,
  each: FromFile,
  dryRun: DryRun,
  options: WriteOptions,
): Promise<Applied> => {
  needName(each);
  const modified = rememberingItself(each.manifest);
  const live = await fetchLive(session, each);
  if (!live) {
    if (dryRun === 'client') return { done: 'created', object: asWritten(each) };
    try {
      const { namespace } = each;
      return { done: 'created', object: await session.api.create(modified, { namespace, ...options }) };
    } catch (error) {
      throw whileDoing(error, 'creating', each.file);
    }
  }
  const lastApplied = lastAppliedOf(live);
  if (!lastApplied && dryRun !== 'client') warnOfMissingMemory(session, each);
  const patch = computeApplyPatch(lastApplied, modified, live);
  if (dryRun === 'client') return { done: 'configured', object: applyPatch(live, patch, patchTypeOf(live)) };
  if (live.metadata.deletionTimestamp !== undefined) warnOfEnd(session, each);
  if (Object.keys(patch).length === 0) return { done: 'unchanged', object: live };
  try {
    return { done: 'configured', object: await session.api.patch(each, patch, patchTypeOf(live), options) };
  } catch (error) {
    throw failed(error, `applying patch:\n${toCompactJson(patch)}\nto:\n${about(each)}\nfor:`, each.file);
  }
};

/**
 * `apply -f FILE`: creates what is missing and changes what differs, leaving alone what others have set. With
 * `--server-side` the server does so, and knows who has set what.
 */
export const apply = defineVerb({
  name: 'apply',
  flags: { filename: list('f'), ...changeFlags, ...serverSideFlags, validate },
  async run(session, words, { filename, validate: fieldValidation, ...how }) {
    if (words.length > 0) throw usageError('apply', `Unexpected args: [${words.join(' ')}]`);
    checkServerSide(how, how.dryRun);
    if (filename.length === 0) throw fail('must specify one of -f and -k');
    await forEachInFiles(session, filename, 'apply', async (each) => {
      if (how.serverSide) {
        needName(each);
        const object = await applyOnServer(session, each, how, fieldValidation);
        if (object.metadata.deletionTimestamp !== undefined) warnOfEnd(session, each);
        report(session, { resource: each.resource, object }, 'serverside-applied', how);
        return;
      }
      const { done, object } = await applyOne(session, each, how.dryRun, { fieldValidation });
      report(session, { resource: each.resource, object }, done, how);
    });
  },
});
