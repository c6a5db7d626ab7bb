import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { isList, isObject } from '../../../kubernetes/wire/patch/json';
import { applyOperations } from '../../../kubernetes/wire/patch/operations';
import type { PatchRequest, PatchType } from '../../../kubernetes/wire/patch/request';
import { definitionOf } from '../../../kubernetes/wire/schema/schema';
import { type HiddenEntries, withHidden } from './hidden';
import { failing, keepInJson, withValues } from './jsonPatch';
import type { Patching } from './lens';
import { keepInMerge, keepInStrategic } from './mergingPatch';
import { innerPlace, type Outwards, type Place, rootPlace } from './outwards';
import { valueAt } from './paths';
import { SITUATED } from './situated';

/** True if somebody else has set a field that is owned as a whole. */
const isOwnedByOthers = (path: readonly string[], { current, fieldManager }: Patching): boolean => {
  const fields = path.map((step) => `f:${step}`);
  return (current?.metadata.managedFields ?? []).some(
    ({ manager, operation, fieldsV1 }) =>
      (manager !== fieldManager || operation !== 'Apply') && valueAt(fieldsV1, fields) !== undefined,
  );
};

/** A patch that somebody asks for. */
interface Asked {
  /** As the example says it. */
  readonly patch: unknown;
  /** With those names changed that depend on the kind of what is patched. */
  readonly rooted: unknown;
}

/** How patches are sent: with the names of the server, and so that hidden entries stay. */
export class Patches {
  readonly #outwards: Outwards;
  readonly #hiddenOf: (resource: ResourceType) => readonly HiddenEntries[];
  readonly #objectIn: (object: KubeObject) => unknown;

  constructor(
    outwards: Outwards,
    hiddenOf: (resource: ResourceType) => readonly HiddenEntries[],
    objectIn: (object: KubeObject) => unknown,
  ) {
    this.#outwards = outwards;
    this.#hiddenOf = hiddenOf;
    this.#objectIn = objectIn;
  }

  out(asked: Asked, type: PatchType, resource: ResourceType, given: Patching): PatchRequest {
    const patch = asked.rooted;
    const definition = definitionOf(resource);
    const root = rootPlace(definition, resource.kind);
    const hidden = this.#hiddenOf(resource);
    switch (type) {
      case 'json':
        return { patch: this.#json(asked, root, hidden, given.current), type };
      case 'apply':
        return { patch: this.#applied(this.#outwards.value(patch, root), hidden, given), type };
      case 'strategic': {
        const named = this.#outwards.value(patch, root);
        return { patch: hidden.reduce<unknown>(keepInStrategic, named), type };
      }
      case 'merge': {
        const named = this.#outwards.value(patch, root);
        const { current } = given;
        return keepInMerge(named, hidden, { hasStrategies: definition !== undefined, current });
      }
    }
  }

  /** Where the map was not there before somebody applies, its entries are theirs; where it was, they are its owner's. */
  #applied(manifest: unknown, hidden: readonly HiddenEntries[], given: Patching): unknown {
    return hidden.reduce<unknown>((sum, entries) => {
      const isSilent = valueAt(sum, entries.path) === undefined && entries.path[0] !== 'metadata';
      return isSilent && isOwnedByOthers(entries.path, given) ? sum : withHidden(sum, entries);
    }, manifest);
  }

  #json(
    { patch, rooted }: Asked,
    root: Place,
    hidden: readonly HiddenEntries[],
    current: KubeObject | undefined,
  ): unknown {
    const seen = current && this.#objectIn(current);
    const named = withValues(rooted, (value, steps) => this.#placed(value, steps, root, seen));
    if (seen === undefined) return keepInJson(named, hidden);
    return fails(patch, seen)
      ? failing(keepInJson(named, hidden, seen))
      : keepInJson(named, hidden, seen, current);
  }

  /**
   * A value that is put somewhere. What it names may depend on what stands beside it.
   * @param seen the whole object as the example sees it, if that is known
   */
  #placed(value: unknown, steps: readonly string[], root: Place, seen: unknown): unknown {
    let place: Place | undefined = root;
    for (let depth = 0; depth < steps.length; depth++) {
      if (place?.type !== undefined && place.type in SITUATED)
        return this.#beside(value, steps.slice(depth), place, valueAt(seen, steps.slice(0, depth)));
      place = place && innerPlace(place, steps[depth] ?? '');
    }
    return this.#outwards.value(value, place);
  }

  /** A value among others, or one of a list among others. */
  #beside(value: unknown, [field = '', ...rest]: readonly string[], place: Place, others: unknown): unknown {
    if (rest.length > 1) return value;
    const isOfList = rest.length === 1;
    const whole = { ...(isObject(others) ? others : {}), [field]: isOfList ? [value] : value };
    const out = valueAt(this.#outwards.value(whole, place), [field]);
    return isOfList ? valueAt(out, ['0']) : out;
  }
}

/** True if a patch cannot be carried out on what the example sees. */
const fails = (patch: unknown, seen: unknown): boolean => {
  if (!isList(patch)) return false;
  try {
    applyOperations(seen, patch);
    return false;
  } catch (error) {
    if (error instanceof ApiError) return error.code === 422;
    throw error;
  }
};
