import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { methodNotAllowed, noSuchResource } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { ChangeRequest } from '../../../kubernetes/wire/patch/request';
import type { WriteOptions } from '../../../port/api';
import type { Registry } from '../registry/registry';
import type { Tokens } from './authentication/tokens';
import { needAccess } from './authorization/access';
import type { Caller } from './caller';
import { patch, replace } from './change';
import { checkPlace } from './place';
import type { PartHandler, PartRequest, Success } from './subresources/part';
import { partOf } from './subresources/parts';
import { patching, readPart, replacing, typeOfPart } from './subresources/reading';

/** Names a part of an object, or something that can be done with it. */
export interface PartPlace {
  readonly resource: ResourceType;
  readonly namespace?: string | undefined;
  readonly name: string;
  /** `scale`, `eviction`, `status`, … */
  readonly part: string;
  /** The container that is meant, if the request says. */
  readonly container?: string | undefined;
}

const STATUS = 'status';

/**
 * The parts of objects, each at a path of its own: how an object is scaled, its status, the eviction of a pod, … Refusals
 * are thrown as ApiError: 403 for who may not, 404 for a part that the kind does not have, 405 for a verb that the part
 * does not have.
 */
export class Parts {
  readonly #registry: Registry;
  readonly #tokens: () => Tokens | undefined;

  constructor(registry: Registry, tokens: () => Tokens | undefined) {
    this.#registry = registry;
    this.#tokens = tokens;
  }

  get(place: PartPlace, caller: Caller): KubeObject {
    const request = this.#request(place, caller);
    const handler = this.#handlerFor(request, place.part, 'get');
    if (place.part === STATUS) return this.#registry.get(request.kind, request.namespace, request.name);
    if (!handler.get) throw methodNotAllowed();
    return handler.get(request);
  }

  /** POST. @returns what was made, or that it was done */
  create(place: PartPlace, sent: Manifest, caller: Caller, options: WriteOptions = {}): KubeObject | Success {
    const request = this.#request(place, caller, options);
    const { create } = this.#handlerFor(request, place.part, 'create');
    if (!create) throw methodNotAllowed();
    return create(request, readPart(request, place.part, sent));
  }

  /** PUT. @returns what is there then */
  update(place: PartPlace, sent: Manifest, caller: Caller, options: WriteOptions = {}): KubeObject {
    const request = this.#request(place, caller, options);
    const { write } = this.#handlerFor(request, place.part, 'update');
    if (place.part === STATUS) {
      const { kind, namespace } = request;
      checkPlace(this.#registry.kinds, kind, sent, request, options);
      const metadata = { ...sent.metadata, ...(namespace ? { namespace } : {}) };
      return replace(this.#registry, { ...sent, metadata } as KubeObject, caller, STATUS, options, kind);
    }
    if (!write) throw methodNotAllowed();
    return write(request, replacing(request, place.part, sent));
  }

  /** PATCH: the change is worked out against what is there now. @returns what is there then */
  patch(place: PartPlace, change: ChangeRequest, caller: Caller, options: WriteOptions = {}): KubeObject {
    const request = this.#request(place, caller, options);
    const { write } = this.#handlerFor(request, place.part, 'patch');
    const { kind, namespace, name } = request;
    if (place.part === STATUS)
      return patch(this.#registry, caller, { kind, namespace, name, subresource: STATUS }, change, options);
    if (!write) throw methodNotAllowed();
    return write(request, patching(request, change));
  }

  /** DELETE, of what a request is passed on to. */
  delete(place: PartPlace, caller: Caller): KubeObject {
    const request = this.#request(place, caller);
    const handler = this.#handlerFor(request, place.part, 'delete');
    if (!handler.delete) throw methodNotAllowed();
    return handler.delete(request);
  }

  #request(place: PartPlace, caller: Caller, options: WriteOptions = {}): PartRequest {
    const { resource, namespace, name, container } = place;
    const registry = this.#registry;
    const kind = registry.served(resource);
    return { registry, caller, kind, namespace, name, options, container, tokens: this.#tokens() };
  }

  #handlerFor(request: PartRequest, part: string, verb: string): PartHandler {
    const { registry, caller, kind, namespace, name } = request;
    needAccess(registry.store, caller, verb, kind, { namespace, name, subresource: part });
    const type = typeOfPart(kind, part);
    const handler = part === STATUS ? {} : partOf(part);
    if (!type || !handler) throw noSuchResource();
    if (!type.verbs.includes(verb)) throw methodNotAllowed();
    return handler;
  }
}
