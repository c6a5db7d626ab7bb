import type { Kind } from '../../../../kubernetes/kinds/kind';
import type { Kinds } from '../../../../kubernetes/kinds/kinds';
import type { KubeObject } from '../../../../kubernetes/object';
import { ApiError, badRequest } from '../../../../kubernetes/refusals';
import type { ObjectList } from '../../../../port/api';
import { nameSelectedBy } from '../../registry/fieldSelector';
import { inOrder } from '../../registry/order';
import { objectsAt } from '../../registry/past';
import { checkListVersion } from '../../registry/resourceVersion';
import { compileSelectors } from '../../registry/selection';
import type { Store } from '../../registry/store';
import { inVersion, selectionIn, storedVersion } from '../../registry/versions';
import { type Continuation, decodeContinue, encodeContinue } from './continueToken';
import { checkListRequest, type ListRequest } from './listRequest';
import { type Snapshot, Snapshots } from './snapshots';

/** A part of a list. */
export interface ListPage<T extends KubeObject = KubeObject> extends ObjectList<T> {
  /** What to ask with for what follows; undefined at the end. */
  readonly continue?: string;
  /** How many follow, where that is known without looking at them. */
  readonly remainingItemCount?: number;
}

const expired = (message: string, token?: string): ApiError =>
  new ApiError({ code: 410, reason: 'Expired', message, ...(token ? { continue: token } : {}) });

const TOO_OLD = 'The resourceVersion for the provided list is too old.';
const CONTINUE_TOO_OLD =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without ' +
  'the continue parameter, or use the continue token in this response to retrieve the remainder of the results. ' +
  'Continuing with the provided token results in an inconsistent list - objects that were created, modified, or ' +
  'deleted between the time the first chunk was returned and now may show up in the list.';

/** The API server looks into the storage itself for these: it keeps nothing of them in memory. @see DefaultWatchCacheSizes */
export const isCached = ({ plural }: Kind): boolean => plural !== 'events';

/** What is to be listed, and from where on. */
interface Place {
  /** Undefined for the present revision. */
  readonly revision: number | undefined;
  readonly start: string;
  readonly limit: number;
  readonly continuation?: Continuation;
}

/** Where a request names one object, it gets that one or nothing: there is nothing to go on with. */
const namesOne = (kind: Kind, { fieldSelector, namespace }: ListRequest): boolean =>
  nameSelectedBy(fieldSelector) !== undefined && (!kind.namespaced || Boolean(namespace));

/**
 * What a list wants to see.
 * @see k8s.io/apiserver/pkg/storage ValidateListOptions
 * @see k8s.io/apiserver/pkg/storage/cacher/delegator ShouldDelegateList
 */
const placeOf = (kind: Kind, request: ListRequest, current: number): Place => {
  const { resourceVersion = '', resourceVersionMatch: match, continue: token } = request;
  const limit = Math.max(0, request.limit ?? 0);
  const one = namesOne(kind, request);
  if (token && !one) {
    const continuation = decodeContinue(token);
    if (resourceVersion && resourceVersion !== '0')
      throw badRequest('specifying resource version is not allowed when using continue');
    const { revision, start } = continuation;
    if (revision) checkListVersion(String(revision), current);
    return { revision, start, continuation, limit: resourceVersion === '0' && isCached(kind) ? 0 : limit };
  }
  checkListVersion(resourceVersion, current);
  const isExact = match === 'Exact' || (!match && limit > 0 && !one && Number(resourceVersion) > 0);
  return {
    revision: isExact ? Number(resourceVersion) : undefined,
    start: '',
    limit: resourceVersion === '0' && isCached(kind) ? 0 : limit,
  };
};

/** The index of the first key that is not before another. */
const seek = (keys: readonly string[], key: string): number => {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Lists, page by page. All pages show what was there when the first one was given. */
export class Lists {
  readonly #store: Store;
  readonly #kinds: Kinds;
  readonly #snapshots: Snapshots;

  /** @param now model time (ms) */
  constructor({ store, kinds }: { readonly store: Store; readonly kinds: Kinds }, now: () => number) {
    this.#store = store;
    this.#kinds = kinds;
    this.#snapshots = new Snapshots(now);
  }

  /**
   * A list, or the part of it that is asked for.
   * @throws ApiError 400 and 422 for what cannot be asked, 410 for what is too long ago, 504 for a version to come
   * @see k8s.io/apiserver/pkg/storage/cacher Cacher.GetList
   */
  page<T extends KubeObject>(asked: Kind<T>, request: ListRequest): ListPage<T> {
    const selection = selectionIn(asked as Kind, compileSelectors(asked as Kind, request));
    checkListRequest(request);
    const kind = storedVersion(this.#kinds, asked as Kind);
    const place = placeOf(kind, request, this.#store.revision);
    const namespace = (kind.namespaced && request.namespace) || undefined;
    const snapshot = this.#snapshot(kind, namespace, place);
    const { objects, keys, revision } = snapshot;
    const first = namespace === undefined ? place.start : `${namespace}/${place.start}`;
    const begin = place.start === '' ? 0 : seek(keys, first);
    const items: T[] = [];
    let end = begin;
    for (; end < objects.length && !(place.limit > 0 && items.length >= place.limit); end++) {
      const object = objects[end] as KubeObject;
      if (!selection || selection(object)) items.push(inVersion(asked, object));
    }
    const resourceVersion = String(revision);
    if (end >= objects.length) return { items, resourceVersion };
    this.#snapshots.keep(kind, namespace, snapshot);
    const last = keys[end - 1] as string;
    const start = `${namespace === undefined ? last : last.slice(namespace.length + 1)}\0`;
    return {
      items,
      resourceVersion,
      continue: encodeContinue({ revision, start }),
      ...(selection ? {} : { remainingItemCount: objects.length - begin - place.limit }),
    };
  }

  #snapshot(kind: Kind, namespace: string | undefined, { revision, continuation }: Place): Snapshot {
    const current = this.#store.revision;
    const known = this.#snapshots.find(kind, namespace, revision ?? current);
    if (known) return known;
    try {
      return revision === undefined || revision === current
        ? { revision: current, ...inOrder(this.#store.all(kind, namespace)) }
        : { revision, ...inOrder(objectsAt(this.#store, kind, revision, namespace)) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!continuation) throw expired(TOO_OLD);
      throw expired(CONTINUE_TOO_OLD, encodeContinue({ revision: undefined, start: continuation.start }));
    }
  }
}
