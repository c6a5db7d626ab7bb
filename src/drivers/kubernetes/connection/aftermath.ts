import { fromTimestamp } from '../../../kubernetes/fields/time';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import type { Answer, Call } from './connection';

/**
 * What can be found out of a write whose answer was lost: `again` (it may be sent again: that makes no difference),
 * `unknown`, or what it has been answered with.
 */
export type Aftermath = 'again' | 'unknown' | Answer;

/** Reads one object. @returns undefined if there is none */
export type Look = (path: string) => Promise<KubeObject | undefined>;

/** `/api/v1/nodes`, `/apis/apps/v1/namespaces/a/daemonsets`. */
const COLLECTION = /^\/(api|apis\/[^/]+)\/[^/]+(\/namespaces\/[^/]+)?\/[^/]+$/;
/** What only asks. */
const REVIEW = /^\/apis\/(authorization|authentication)\.k8s\.io\//;
/** Creation times are whole seconds, and two clocks are never the same. */
const LENIENCE = 2000;

const isSince = ({ metadata }: KubeObject, sent: number): boolean =>
  fromTimestamp(metadata.creationTimestamp) >= sent - LENIENCE;

const versionIn = (body: unknown): string | undefined =>
  (body as Partial<Manifest> | undefined)?.metadata?.resourceVersion;

const answer = (code: number, body: KubeObject): Answer => ({ code, body, warnings: [] });

const created = async (call: Call, sent: number, look: Look): Promise<Aftermath> => {
  const { path, body, isNew, before } = call;
  if (REVIEW.test(path)) return 'again';
  const { name } = (body as Manifest | undefined)?.metadata ?? {};
  const collection = path.split('?')[0] ?? path;
  if (!name || !COLLECTION.test(collection)) return 'unknown';
  const found = await look(`${collection}/${name}`);
  if (!found) return 'again';
  // The name is still taken, so it was not created: that will be said once more.
  if (before?.uid === found.metadata.uid) return 'again';
  const isOurs = isNew || before || isSince(found, sent);
  return isOurs && !call.isHeeded ? answer(201, found) : 'unknown';
};

/** What nobody has written since can be written. If somebody has, it was this one, or somebody else: nobody can tell. */
const writtenFrom = async (version: string, { path }: Call, look: Look): Promise<Aftermath> => {
  const found = await look(path.split('?')[0] ?? path);
  return found?.metadata.resourceVersion === version ? 'again' : 'unknown';
};

const replaced = async (call: Call, look: Look): Promise<Aftermath> => {
  const version = versionIn(call.body);
  return version === undefined ? 'again' : writtenFrom(version, call, look);
};

/**
 * The same patch once more changes nothing, but for JSON patches, and for those of one version only; and what changes nothing
 * is not warned of.
 */
const patched = async (call: Call, look: Look): Promise<Aftermath> => {
  const version = versionIn(call.body);
  if (version !== undefined) return writtenFrom(version, call, look);
  if (!call.contentType?.includes('json-patch') && !call.isHeeded) return 'again';
  return call.before ? writtenFrom(call.before.resourceVersion, call, look) : 'unknown';
};

const deleted = async ({ path, before }: Call, sent: number, look: Look): Promise<Aftermath> => {
  const [object = path] = path.split('?');
  if (COLLECTION.test(object)) return 'unknown';
  const found = await look(object);
  if (!found) return 'unknown';
  // A new one of the same name must not be deleted in its stead.
  if (before ? before.uid !== found.metadata.uid : isSince(found, sent)) return 'unknown';
  // One that was being deleted already may have been told to hurry.
  const isBegun = found.metadata.deletionTimestamp && !before?.deletionTimestamp;
  return isBegun ? answer(200, found) : 'again';
};

/**
 * Finds out what became of a request whose answer was lost.
 * @param sent when it was sent, by the server's clock (ms since MODEL_EPOCH)
 */
export const aftermathOf = async (call: Call, sent: number, look: Look): Promise<Aftermath> => {
  if (call.method === 'GET' || call.isOnce || call.path.includes('dryRun=')) return 'again';
  switch (call.method) {
    case 'POST':
      return created(call, sent, look);
    case 'PUT':
      return replaced(call, look);
    case 'PATCH':
      return patched(call, look);
    default:
      return deleted(call, sent, look);
  }
};
