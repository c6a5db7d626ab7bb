import { copyMetadata, type Draft } from '../../../kubernetes/fields/copies';
import { deepEqual } from '../../../kubernetes/fields/equality';
import { withManagedFields } from '../../../kubernetes/fields/meta';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { Kinds } from '../../../kubernetes/kinds/kinds';
import type { KubeObject, ManagedFieldsEntry, Manifest, ObjectMeta } from '../../../kubernetes/object';
import { type Applied, applied } from '../../../kubernetes/wire/apply/managers/apply';
import type { Writer } from '../../../kubernetes/wire/apply/managers/manager';
import { entriesAfterUpdate } from '../../../kubernetes/wire/apply/managers/update';
import { defaultsBySchema } from '../../../kubernetes/wire/schema/defaults';
import { definitionOf } from '../../../kubernetes/wire/schema/schema';
import type { Asking } from '../requests/caller';
import { Scopes } from './fieldScopes';

/** So many are remembered. */
const KNOWN_WRITERS = 1000;

type Entries = readonly ManagedFieldsEntry[];

/** How something is applied. */
export interface Applying {
  readonly manager: string;
  readonly subresource?: string | undefined;
  readonly force?: boolean | undefined;
}

const timeless = ({ time: _, ...entry }: ManagedFieldsEntry): ManagedFieldsEntry => entry;

/** The object with its managed fields. Nearly every write makes one. */
const noting = <T extends KubeObject>(object: T, entries: Entries | undefined): T => {
  if (entries === undefined || entries === object.metadata.managedFields)
    return withManagedFields(object, entries);
  const metadata = copyMetadata(object.metadata);
  metadata.managedFields = entries;
  return { ...object, metadata };
};

/**
 * Keeps account of who has set which fields (`metadata.managedFields`). Every object is watched over from its creation on
 * if that is asked for, and otherwise from the first time that something is applied to it.
 * @see k8s.io/apimachinery/pkg/util/managedfields
 */
export class FieldOwnership {
  readonly #scopes: Scopes;
  readonly #now: () => number;
  readonly #fromTheStart: boolean;
  readonly #writers = new Map<string, Writer>();

  /** @param now model time in ms */
  constructor(kinds: Kinds, now: () => number, fromTheStart: boolean) {
    this.#scopes = new Scopes(kinds);
    this.#now = now;
    this.#fromTheStart = fromTheStart;
  }

  /**
   * Notes who makes a new object.
   * @param object that nobody else holds
   * @param sent the managed fields that were sent along
   */
  created<T extends KubeObject>(kind: Kind<T>, object: T, sent: Entries | undefined, asking: Asking): void {
    if (asking.hasApplied !== true && (!this.#fromTheStart || asking.manager === undefined)) return;
    const entries = asking.hasApplied ? sent : this.#ofNew(kind, object, sent, asking.manager ?? '');
    if (entries) (object.metadata as Draft<ObjectMeta>).managedFields = entries;
  }

  #ofNew(kind: Kind, object: KubeObject, sent: Entries | undefined, manager: string): Entries | undefined {
    const next = sent === undefined ? object : withManagedFields(object, sent);
    const writer = this.#writer(kind, manager);
    const time = toTimestamp(this.#now());
    return entriesAfterUpdate({ live: undefined, next, writer, time }, this.#scopes.of(kind, undefined));
  }

  /**
   * Notes who changes an object.
   * @param sent what was asked for, with the managed fields that were sent along
   * @param next what becomes of it
   * @param part that is written, if it is but one
   * @returns `next`, with its managed fields
   */
  updated<T extends KubeObject>(
    kind: Kind<T>,
    current: T,
    sent: T,
    next: T,
    { manager, hasApplied, endpoint }: Asking,
    part: string | undefined,
  ): T {
    if (hasApplied) return next;
    const there = current.metadata.managedFields;
    const isWatched =
      there !== undefined || (this.#fromTheStart && sent.metadata.managedFields !== undefined);
    if (!isWatched || manager === undefined) return withManagedFields(next, there);
    const subresource = part ?? endpoint;
    const writer = this.#writer(kind, manager, subresource);
    // Who scales is noted without a time.
    const time = subresource === 'scale' ? undefined : toTimestamp(this.#now());
    const scope = this.#scopes.of(kind, subresource);
    return noting(next, entriesAfterUpdate({ live: current, next: sent, writer, time }, scope));
  }

  /**
   * What becomes of an object, or a new one, to which something is applied.
   * @throws ApiError 400, 409 or 500
   */
  applied(
    kind: Kind,
    current: KubeObject | undefined,
    config: Manifest,
    { manager, subresource, force }: Applying,
  ): Applied {
    const definition = definitionOf(kind);
    const live = current && definition ? defaultsBySchema({ ...current }, definition) : current;
    const time = toTimestamp(this.#now());
    const scope = this.#scopes.of(kind, subresource);
    return applied({ live, config, manager, subresource, time, force }, scope);
  }

  /**
   * Whether two states of an object differ in nothing but when somebody last wrote it: that is no reason to store it.
   * @see k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager IgnoreManagedFieldsTimestampsTransformer
   */
  differInTimesOnly<T extends KubeObject>(next: T, current: T): boolean {
    const { managedFields: after } = next.metadata;
    const { managedFields: before } = current.metadata;
    return (
      after !== before &&
      after !== undefined &&
      before !== undefined &&
      deepEqual(after.map(timeless), before.map(timeless)) &&
      deepEqual({ ...next, metadata: current.metadata }, current) &&
      deepEqual(withManagedFields(next, undefined), withManagedFields(current, undefined))
    );
  }

  /** Nearly all writes are those of a few programs: each is the same writer every time. */
  #writer({ apiVersion }: Kind, manager: string, subresource = ''): Writer {
    const key = `${apiVersion} ${subresource} ${manager}`;
    let writer = this.#writers.get(key);
    if (writer === undefined) {
      writer = {
        manager: manager || 'unknown',
        operation: 'Update',
        apiVersion,
        ...(subresource ? { subresource } : {}),
      };
      if (this.#writers.size >= KNOWN_WRITERS) this.#writers.clear();
      this.#writers.set(key, writer);
    }
    return writer;
  }
}
