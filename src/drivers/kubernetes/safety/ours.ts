import { SAFE_ALPHABET } from '../../../kubernetes/fields/safeAlphabet';
import type { KubeObject } from '../../../kubernetes/object';
import type { Found } from './collections';
import { isMachine, isNamespace, isNode, isWorkload } from './kinds';
import { runOf } from './labels';
import { isMarked, isRecord, nodesIn } from './record';

/** What an event is about. */
export interface Reference {
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly uid?: string;
}

const keyOf = ({ kind, namespace, name }: Reference): string => [kind, namespace, name].join('/');

/** What is known of what a run has made, and so what belongs to it, too. It only grows. */
export class Ours {
  readonly #uids = new Set<string>();
  readonly #keys = new Set<string>();
  /** The namespaces that were made; what is in them goes with them. */
  readonly namespaces = new Set<string>();
  readonly nodes = new Set<string>();
  /** The runs that have made it. */
  readonly #runs = new Set<string>();
  /** The names of nodes that are gone. */
  readonly #formerNodes = new Set<string>();
  /** Namespaces of others in which something was made. */
  readonly foreignNamespaces = new Set<string>();
  /** By namespace, what in namespaces of others makes pods. */
  readonly #makers = new Map<string, string[]>();

  /** @param run whose it is, where that is known before anything is found */
  constructor(run?: string) {
    if (run !== undefined) this.#runs.add(run);
  }

  add(all: readonly Found[]): void {
    for (const found of all) {
      const { metadata } = found.object;
      const run = runOf(found.object);
      if (run !== undefined) this.#runs.add(run);
      if (isRecord(found)) for (const name of nodesIn(found.object)) this.#formerNodes.add(name);
      this.#uids.add(metadata.uid);
      this.#keys.add(keyOf({ ...metadata, kind: found.collection.kind }));
      if (isNamespace(found)) this.namespaces.add(metadata.name);
      // A machine's node has its name.
      if (isNode(found) || isMachine(found)) this.nodes.add(metadata.name);
    }
    for (const found of all) {
      const { namespace, name } = found.object.metadata;
      if (namespace === undefined || this.namespaces.has(namespace)) continue;
      this.foreignNamespaces.add(namespace);
      if (isWorkload(found)) this.#makers.set(namespace, [...(this.#makers.get(namespace) ?? []), name]);
    }
  }

  has({ metadata }: KubeObject): boolean {
    return this.#uids.has(metadata.uid);
  }

  /** Belongs to something that was made. */
  owns({ metadata }: KubeObject): boolean {
    return metadata.ownerReferences?.some(({ uid }) => this.#uids.has(uid)) ?? false;
  }

  /** True for what an event of somebody else is about, if that was made, or was a pod of what was made. */
  isMeant(about: Reference): boolean {
    const { kind, namespace = '', name = '', uid } = about;
    if (uid && this.#uids.has(uid)) return true;
    if (kind === 'Node') return this.isOrWasNode(name);
    if (this.#keys.has(keyOf(about))) return true;
    const makers = this.#makers.get(namespace);
    return kind === 'Pod' && makers !== undefined && makers.some((maker) => isPodOf(name, maker));
  }

  /** True for the name of a node that was made, be it gone or not. Somebody else may have one of that name by now. */
  isOrWasNode(name: string): boolean {
    return (
      this.nodes.has(name) ||
      this.#formerNodes.has(name) ||
      [...this.#runs].some((run) => isMarked(name, run))
    );
  }
}

const SUFFIX = new RegExp(`^[${SAFE_ALPHABET}]{5}$`);

/** A name that was generated for a pod of this set. */
const isPodOf = (name: string, maker: string): boolean =>
  name.startsWith(`${maker}-`) && SUFFIX.test(name.slice(maker.length + 1));
