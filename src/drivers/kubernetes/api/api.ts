import type { Discovery } from '../../../kubernetes/kinds/kinds';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { ApiError, notFound } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Api, DeleteOptions, ObjectRef, User, WatchEvent, WriteOptions } from '../../../port/api';
import { Inconclusive } from '../../../port/inconclusive';
import type { Answer, Call, Connection } from '../connection/connection';
import { Refused } from '../connection/refusal';
import type { Lens } from '../lens/lens';
import { collectionPath } from '../watching/address';
import { watchCollection } from '../watching/collectionWatch';
import { listAll } from '../watching/pages';
import type { Watching } from '../watching/watching';
import { checkActsOnAll } from './actsOnAll';
import { endpointFor } from './endpoint';
import { listFrom } from './listFrom';
import { creation, deleteOptions, eviction, objectPath, type Place, patching, replacement } from './requests';
import type { Telling } from './telling';

/** What an example's API stands on. */
export interface Ground {
  readonly connection: Connection;
  readonly watching: Watching;
  readonly lens: Lens;
  readonly telling: Telling;
  /** Others use the cluster, too. */
  readonly isShared: boolean;
  /** The kinds as the example knows them. @param isNew asks the server again */
  kinds(isNew?: boolean): Promise<Discovery>;
  /** Keeps the end of a watch, so that it ends with the cluster. */
  keep(end: () => void): () => void;
  /** Hears why what a watch tells cannot be trusted. */
  doubt(why: string): void;
}

type Warned = Pick<WriteOptions, 'onWarning'>;

/** A deletion is answered with the object, if that takes a while, and else with a status. */
const isStatus = (body: unknown): body is { readonly details?: { readonly uid?: string } } =>
  (body as KubeObject | undefined)?.kind === 'Status';

/** Whether an object that was deleted stays for a while: a namespace as long as something is in it. */
const stays = ({ kind, metadata }: KubeObject): boolean =>
  metadata.deletionTimestamp !== undefined &&
  (kind === 'Namespace' ||
    (metadata.finalizers?.length ?? 0) > 0 ||
    (metadata.deletionGracePeriodSeconds ?? 0) > 0);

/** The verbs of an API server that exists, as one user, through the lens of an example. */
export class ExampleApi implements Api {
  readonly #ground: Ground;
  readonly #as: User | undefined;

  constructor(ground: Ground, as?: User) {
    this.#ground = ground;
    this.#as = as && ground.lens.userOut(as);
  }

  async create(manifest: Manifest, options: WriteOptions & { readonly namespace?: string } = {}) {
    const { lens } = this.#ground;
    const kind = await this.#endpointOf(manifest);
    if (this.#ground.isShared) checkActsOnAll(kind.kind, manifest);
    const resource = lens.resourceOut(kind);
    const namespace = kind.namespaced
      ? (options.namespace ?? manifest.metadata?.namespace ?? 'default')
      : undefined;
    if (namespace !== undefined) await this.#standIn(namespace);
    const sent = lens.manifestOut(
      namespace === undefined ? manifest : { ...manifest, metadata: { namespace, ...manifest.metadata } },
      kind,
    );
    const place = namespace === undefined ? undefined : lens.namespaceOut(namespace);
    const call = creation(resource, place, sent, options);
    const name = sent.metadata?.name;
    await this.#ground.telling.listen(resource).catch(() => {});
    const before = name ? this.#known(resource, place, name)?.metadata : undefined;
    const { body } = await this.#write({ ...call, isNew: Boolean(name && !before), before }, options);
    return this.#made(resource, body as KubeObject, options);
  }

  async get<T extends KubeObject>(ref: ObjectRef<T>): Promise<T> {
    const { body } = await this.#send({ method: 'GET', path: objectPath(this.#placeOf(ref)) });
    const object = this.#ground.lens.objectIn(body as T);
    if (!object) throw notFound(ref.resource, ref.name);
    return object;
  }

  async list<T extends KubeObject>({ resource, ...query }: Parameters<Api['list']>[0]) {
    const { lens, connection } = this.#ground;
    const { resourceVersion, ...selection } = emptied(lens.queryOut(query, resource));
    const served = lens.resourceOut(resource);
    const { items, version } = await this.#inWords(() =>
      resourceVersion
        ? listFrom(connection, served, { ...selection, resourceVersion }, this.#as)
        : listAll(connection, served, selection, this.#as),
    );
    return { items: lens.listIn(items) as readonly T[], resourceVersion: version };
  }

  async patch<T extends KubeObject>(
    ref: ObjectRef<T>,
    patch: unknown,
    type: Parameters<Api['patch']>[2],
    options: NonNullable<Parameters<Api['patch']>[3]> = {},
  ): Promise<T> {
    const { lens, isShared } = this.#ground;
    if (isShared) checkActsOnAll(ref.resource.kind, patch);
    const place = { ...this.#placeOf(ref), part: options.subresource };
    if (ref.resource.namespaced && type === 'apply') await this.#standIn(ref.namespace ?? 'default');
    const { fieldManager } = options;
    await this.#ground.telling.listen(place.resource).catch(() => {});
    const current = this.#known(place.resource, place.namespace, place.name);
    const sent = lens.patchOut(patch, type, ref.resource, { current, fieldManager });
    const call = patching(place, sent.patch, sent.type, options);
    const { body } = await this.#write({ ...call, before: current?.metadata }, options);
    return this.#made(place.resource, body as T, options);
  }

  async update<T extends KubeObject>(
    object: T,
    options: NonNullable<Parameters<Api['update']>[1]> = {},
  ): Promise<T> {
    const kind = await this.#endpointOf(object);
    if (this.#ground.isShared) checkActsOnAll(kind.kind, object);
    const { namespace, name } = object.metadata;
    const place = {
      ...this.#placeOf({ resource: kind, ...(namespace ? { namespace } : {}), name }),
      part: options.subresource,
    };
    const sent = this.#ground.lens.manifestOut(object as T & Manifest, kind);
    await this.#ground.telling.listen(place.resource).catch(() => {});
    const { body } = await this.#write(replacement(place, sent, options), options);
    return this.#made(place.resource, body as T, options);
  }

  async delete(ref: ObjectRef, options: DeleteOptions = {}): Promise<void> {
    const place = this.#placeOf(ref);
    const { resource, namespace, name } = place;
    const { telling } = this.#ground;
    await telling.listen(resource).catch(() => {});
    const known = this.#known(resource, namespace, name);
    const call: Call = { method: 'DELETE', path: objectPath(place), body: deleteOptions(options) };
    const answer = await this.#write({ ...call, before: known?.metadata }, options).catch(
      (error: unknown) => {
        // Whether it went by this request, or by another one, is the same to whoever wanted it gone.
        if (error instanceof Inconclusive && known) return undefined;
        throw error;
      },
    );
    if (options.dryRun) return;
    if (!answer) {
      if (known) await telling.leaving(resource, known);
      return;
    }
    const { body } = answer;
    if (isStatus(body)) {
      const uid = body.details?.uid ?? known?.metadata.uid ?? '';
      if (known?.metadata.uid === uid) await telling.deleted(resource, known);
      return;
    }
    const object = body as KubeObject;
    await (stays(object) ? telling.written(resource, object) : telling.deleted(resource, object));
  }

  async deleteCollection(
    { resource, ...query }: Parameters<Api['deleteCollection']>[0],
    options: DeleteOptions = {},
  ): Promise<void> {
    const { lens, telling } = this.#ground;
    const { namespace, labelSelector, fieldSelector } = lens.deletionOut(query, resource);
    const served = lens.resourceOut(resource);
    await telling.listen(served).catch(() => {});
    const path = collectionPath(served, namespace, {
      labelSelector: labelSelector || undefined,
      fieldSelector: fieldSelector || undefined,
    });
    const { body } = await this.#write({ method: 'DELETE', path, body: deleteOptions(options) }, options);
    if (options.dryRun) return;
    const { items = [] } = body as { readonly items?: readonly KubeObject[] };
    for (const item of items) await telling.leaving(served, item);
  }

  async evict({ namespace, name }: Parameters<Api['evict']>[0], options: DeleteOptions = {}): Promise<void> {
    const place = this.#placeOf({ resource: resources.pods, namespace, name });
    const known = this.#known(resources.pods, place.namespace, name);
    await this.#write(eviction(place, options), options);
    if (known && !options.dryRun) await this.#ground.telling.leaving(resources.pods, known);
  }

  async watch<T extends KubeObject>(
    { resource, ...query }: Parameters<Api['watch']>[0],
    onEvent: (event: WatchEvent<T>) => void,
  ): Promise<() => void> {
    const { lens, connection, keep, doubt } = this.#ground;
    const watched = { ...emptied(lens.queryOut(query, resource)), resource: lens.resourceOut(resource) };
    const tell = ({ type, object }: WatchEvent): void => {
      const seen = lens.objectIn(object as T);
      if (seen) onEvent({ type, object: seen });
    };
    const given = { connection, as: this.#as, onGap: doubt };
    return keep(await this.#inWords(() => watchCollection(watched, tell, given)));
  }

  kinds(): Promise<Discovery> {
    return this.#ground.kinds(true);
  }

  /** Where an object is sent: kinds that are not known may have been defined since. */
  async #endpointOf(manifest: Pick<Manifest, 'apiVersion' | 'kind'>): Promise<ResourceType> {
    const known = await this.#ground.kinds();
    return known.of(manifest) ?? endpointFor(await this.#ground.kinds(true), manifest);
  }

  #placeOf({ resource, namespace, name }: ObjectRef): Place {
    const { lens } = this.#ground;
    const place = resource.namespaced ? (namespace ?? 'default') : undefined;
    return {
      resource: lens.resourceOut(resource),
      namespace: place === undefined ? undefined : lens.namespaceOut(place),
      name: lens.nameOut(resource, name, place),
    };
  }

  #known(resource: ResourceType, namespace: string | undefined, name: string): KubeObject | undefined {
    try {
      return this.#ground.watching.get(resource, namespace, name);
    } catch {
      // A kind that nobody may watch.
      return undefined;
    }
  }

  /** A namespace of the cluster's own that another one stands in for has to be there. */
  async #standIn(namespace: string): Promise<void> {
    const { lens, connection, telling } = this.#ground;
    const manifest = lens.standIn(namespace);
    if (!manifest) return;
    const { body } = await connection.send(creation(resources.namespaces, undefined, manifest, {}));
    await telling.written(resources.namespaces, body as KubeObject);
  }

  /** What a write has made, when it has been told. */
  async #made<T extends KubeObject>(resource: ResourceType, body: T, options: WriteOptions): Promise<T> {
    const { lens, telling } = this.#ground;
    const object = lens.objectIn(body);
    if (!object) throw new Error(`${body.kind} "${body.metadata.name}" is none of the example's.`);
    // What is no object, but the answer to a question, nobody watches.
    if (!options.dryRun && body.metadata?.uid !== undefined)
      await (isGone(body) ? telling.deleted(resource, body) : telling.written(resource, body));
    return object;
  }

  async #write(call: Call, { onWarning }: Warned): Promise<Answer> {
    const { lens, telling } = this.#ground;
    const warn = (warnings: readonly string[]): void => {
      for (const text of warnings) onWarning?.(lens.textIn(text));
    };
    try {
      const answer = await this.#send({ ...call, isHeeded: onWarning !== undefined }, warn);
      warn(answer.warnings);
      return answer;
    } catch (error) {
      await telling.refused();
      throw error;
    }
  }

  #send(call: Call, warn?: (warnings: readonly string[]) => void): Promise<Answer> {
    return this.#inWords(() => this.#ground.connection.send({ ...call, as: this.#as }), warn);
  }

  /** Refusals name things as the example does. */
  async #inWords<R>(request: () => Promise<R>, warn?: (warnings: readonly string[]) => void): Promise<R> {
    try {
      return await request();
    } catch (error) {
      if (error instanceof Refused) warn?.(error.warnings);
      if (error instanceof ApiError) throw new ApiError(this.#ground.lens.valueIn(error.status));
      throw error;
    }
  }
}

/** A write that takes away the last finalizer of an object that is to go has deleted it. */
const isGone = (object: KubeObject): boolean =>
  object.metadata.deletionTimestamp !== undefined && !stays(object);

/** Empty selectors select everything. */
const emptied = <Q extends { readonly labelSelector?: string; readonly fieldSelector?: string }>(
  query: Q,
) => ({
  ...query,
  labelSelector: query.labelSelector || undefined,
  fieldSelector: query.fieldSelector || undefined,
});
