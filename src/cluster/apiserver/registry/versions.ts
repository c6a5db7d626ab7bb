import type { Conversion } from '../../../kubernetes/kinds/conversion';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { Kinds } from '../../../kubernetes/kinds/kinds';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { noSuchResource, notFound } from '../../../kubernetes/refusals';
import type { DeleteOptions, ListOptions } from '../../../port/api';
import type { Asking } from '../requests/caller';
import type { ChangeOptions } from './options';
import { compileSelectors, type Selection } from './selection';
import type { Store } from './store';
import type { Audience } from './watch';

/** A version of a kind that is not the stored one. */
export interface OtherVersion<T extends KubeObject = KubeObject> extends Kind<T> {
  readonly conversion: Conversion;
}

/** True for a kind whose objects are stored as those of another version. */
export const isOtherVersion = <T extends KubeObject>(kind: Kind<T>): kind is OtherVersion<T> =>
  kind.conversion !== undefined;

/** Reads objects in a version that are not stored yet. */
const seeing =
  <T extends KubeObject>({ conversion }: OtherVersion<T>): ((object: KubeObject) => T) =>
  (object) =>
    conversion.fromStored(object) as T;

const known = new WeakMap<Conversion, WeakMap<KubeObject, KubeObject>>();

/** A stored object in a version. Stored objects never change, and are read more often than they are written. */
const read = (conversion: Conversion, object: KubeObject): KubeObject => {
  const before = known.get(conversion) ?? new WeakMap<KubeObject, KubeObject>();
  known.set(conversion, before);
  const converted = before.get(object) ?? conversion.fromStored(object);
  before.set(object, converted);
  return converted;
};

/** Reads stored objects in a version. */
const reading =
  <T extends KubeObject>({ conversion }: OtherVersion<T>): ((object: KubeObject) => T) =>
  (object) =>
    read(conversion, object) as T;

/** The version that objects of a kind are stored in: as a rule, the kind itself. */
export const storedVersion = (kinds: Kinds, kind: Kind): Kind => {
  const stored = kind.conversion ? kinds.of(kind.conversion.storedAs) : kind;
  if (!stored) throw noSuchResource();
  return stored;
};

/** A selection by what objects look like in a version, which is asked about stored objects. */
export const selectionIn = ({ conversion }: Kind, selection: Selection | undefined): Selection | undefined =>
  conversion && selection ? (object) => selection(read(conversion, object)) : selection;

/** A stored object in the version that is asked for; one that is in that version already is given back as it is. */
export const inVersion = <T extends KubeObject>({ apiVersion, conversion }: Kind<T>, object: KubeObject): T =>
  (conversion && object.apiVersion !== apiVersion ? read(conversion, object) : object) as T;

/** Has an audience told of stored objects as of objects of a version. */
export const toldIn = (kind: Kind, audience: Audience): Audience =>
  kind.conversion
    ? {
        onEvent: ({ type, object }) => audience.onEvent({ type, object: inVersion(kind, object) }),
        onEnd: () => audience.onEnd?.(),
      }
    : audience;

/** A registry, as far as stored versions are read and written there. */
interface Stored {
  readonly store: Store;
  readonly kinds: Kinds;
  create(
    kind: Kind,
    namespace: string | undefined,
    sent: KubeObject,
    validate: ((object: KubeObject) => void) | undefined,
    asking: Asking,
  ): KubeObject;
  get(kind: Kind, namespace: string | undefined, name: string): KubeObject;
  list(kind: Kind, options: ListOptions): readonly KubeObject[];
  update(
    kind: Kind,
    namespace: string | undefined,
    name: string,
    change: (current: KubeObject) => KubeObject | undefined,
    options: ChangeOptions<KubeObject>,
  ): KubeObject;
  delete(kind: Kind, namespace: string | undefined, name: string, options: DeleteOptions): KubeObject;
}

/**
 * Reads and writes the objects of a registry in a version that is not the stored one. Whoever does sees nothing but
 * that version; the rules that are checked by whoever passes a `validate` are its own.
 * @see k8s.io/apiserver/pkg/endpoints/handlers DecoderToVersion
 */
export class Versions {
  readonly #registry: Stored;

  constructor(registry: Stored) {
    this.#registry = registry;
  }

  create<T extends KubeObject>(
    kind: OtherVersion<T>,
    namespace: string | undefined,
    sent: Manifest | KubeObject,
    validate: ((object: T) => void) | undefined,
    asking: Asking,
  ): T {
    const see = seeing(kind);
    const whole = kind.defaults({ ...sent, metadata: sent.metadata ?? {} } as T);
    const check = validate && ((object: KubeObject) => validate(see(object)));
    const object = { ...kind.conversion.toStored(whole) };
    return reading(kind)(this.#registry.create(this.#stored(kind), namespace, object, check, asking));
  }

  get<T extends KubeObject>(kind: OtherVersion<T>, namespace: string | undefined, name: string): T {
    this.#need(kind, namespace, name);
    return reading(kind)(this.#registry.get(this.#stored(kind), namespace, name));
  }

  list<T extends KubeObject>(kind: OtherVersion<T>, options: ListOptions): T[] {
    const selects = compileSelectors(kind, options);
    const { namespace } = options;
    const all = this.#registry.list(this.#stored(kind), namespace ? { namespace } : {}).map(reading(kind));
    return selects ? all.filter(selects) : all;
  }

  update<T extends KubeObject>(
    kind: OtherVersion<T>,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T | undefined,
    { validate, ...options }: ChangeOptions<T>,
  ): T {
    this.#need(kind, namespace, name);
    const see = seeing(kind);
    const changed = (current: KubeObject): KubeObject => {
      const before = see(current);
      const after = change(before);
      return after === undefined || after === before ? current : kind.conversion.toStored(after);
    };
    const check = validate && {
      validate: (next: KubeObject, current: KubeObject) => validate(see(next), see(current)),
    };
    const stored = this.#registry.update(this.#stored(kind), namespace, name, changed, {
      ...options,
      ...check,
    });
    return options.dryRun ? see(stored) : reading(kind)(stored);
  }

  delete<T extends KubeObject>(
    kind: OtherVersion<T>,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions,
  ): T {
    this.#need(kind, namespace, name);
    return reading(kind)(this.#registry.delete(this.#stored(kind), namespace, name, options));
  }

  /** @throws ApiError 404 in the words of the version that is asked */
  #need(kind: Kind, namespace: string | undefined, name: string): void {
    const place = kind.namespaced ? namespace : undefined;
    if (!this.#registry.store.get(this.#stored(kind), place, name)) throw notFound(kind, name);
  }

  #stored(kind: Kind): Kind {
    return storedVersion(this.#registry.kinds, kind);
  }
}
