import { DELETE_FROM_LIST, SET_ELEMENT_ORDER, targetOf } from '../../../kubernetes/wire/patch/directives';
import { isList, isObject, type JsonObject, withField } from '../../../kubernetes/wire/patch/json';
import {
  type Definition,
  definitionNamed,
  fieldOf,
  type Schema,
} from '../../../kubernetes/wire/schema/schema';
import { annotationOut } from './annotations';
import { FENCED, type Fence } from './fence';
import type { Naming } from './naming';
import { type Meaning, REFERENCES, shortTypeName } from './references';
import { SITUATED } from './situated';

/** Where in the API's types a value stands. */
export interface Place {
  readonly schema: Schema;
  /** The type, if it has a name, as the table writes it: `core.v1.PodSpec`. */
  readonly type?: string | undefined;
  /** What texts here name. */
  readonly meaning?: Meaning | undefined;
  /** In a map of labels or annotations: under which key. */
  readonly key?: string;
}

const META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const TEMPLATE = 'io.k8s.api.core.v1.PodTemplateSpec';

/** What is known of objects without a schema: that they have metadata. */
const ANY_OBJECT: Place = { schema: { properties: { metadata: { $ref: META } } } };

/** What a revision of a daemon set or a stateful set keeps. @see k8s.io/kubernetes/pkg/controller/daemon getPatch */
const REVISION: Schema = { properties: { spec: { properties: { template: { $ref: TEMPLATE } } } } };

const placeOf = (schema: Schema, meaning?: Meaning): Place => {
  const definition = schema.$ref === undefined ? undefined : definitionNamed(schema.$ref);
  return definition
    ? { schema: definition.schema, type: shortTypeName(definition.name), meaning }
    : { schema, meaning };
};

/** OpenShift's constraints name users and groups. Kubernetes publishes no schema of theirs. */
const CONSTRAINTS: Place = {
  schema: { properties: { metadata: { $ref: META }, users: { items: {} }, groups: { items: {} } } },
  type: 'security.v1.SecurityContextConstraints',
};

/** Where a whole object stands. */
export const rootPlace = (definition: Definition | undefined, kind?: string): Place => {
  if (definition) return { schema: definition.schema, type: shortTypeName(definition.name) };
  return kind === 'SecurityContextConstraints' ? CONSTRAINTS : ANY_OBJECT;
};

/** Where a field of an object stands, or an entry of a map. */
const fieldPlace = (place: Place, field: string): Place | undefined => {
  const { schema, type, meaning } = place;
  if (meaning === 'labels' || meaning === 'annotations') return { schema: {}, meaning, key: field };
  if (type === 'apps.v1.ControllerRevision' && field === 'data') return { schema: REVISION };
  const found = fieldOf(schema, field) ?? schema.additionalProperties;
  return found && placeOf(found, type === undefined ? undefined : REFERENCES[`${type}.${field}`]);
};

/** Where an element of a list, a field or an entry of a map stands. @param step of a JSON pointer */
export const innerPlace = (place: Place, step: string): Place | undefined =>
  place.schema.items ? placeOf(place.schema.items, place.meaning) : fieldPlace(place, step);

/** Gives all names in a value the form in which the server knows them. Nothing is changed in place. */
export class Outwards {
  readonly #naming: Naming;
  readonly #fence: Fence | undefined;

  constructor(naming: Naming, fence: Fence | undefined) {
    this.#naming = naming;
    this.#fence = fence;
  }

  /** @param place where the value stands, if that is known */
  value(value: unknown, place: Place | undefined): unknown {
    if (place === undefined) return value;
    if (typeof value === 'string') return this.#text(value, place);
    if (isList(value)) return this.#list(value, place);
    return isObject(value) ? this.#object(value, place) : value;
  }

  #list(list: readonly unknown[], place: Place): readonly unknown[] {
    const inner = innerPlace(place, '-');
    const changed = list.map((each) => this.value(each, inner));
    return changed.every((each, at) => each === list[at]) ? list : changed;
  }

  #object(object: JsonObject, place: Place): JsonObject {
    const { type = '' } = place;
    let changed = SITUATED[type]?.(object, this.#naming) ?? object;
    for (const [field, value] of Object.entries(changed)) {
      const named = targetOf(field, SET_ELEMENT_ORDER) ?? targetOf(field, DELETE_FROM_LIST) ?? field;
      if (!named.startsWith('$'))
        changed = withField(changed, field, this.value(value, fieldPlace(place, named)));
    }
    return this.#fence !== undefined && FENCED.has(type) ? this.#fence.around(changed) : changed;
  }

  #text(text: string, { meaning, key = '' }: Place): string {
    const naming = this.#naming;
    switch (meaning) {
      case undefined:
        return text;
      case 'namespace':
        return naming.namespace(text);
      case 'node':
        return naming.node(text);
      case 'user':
        return naming.user(text);
      case 'group':
        return naming.group(text);
      case 'apiGroup':
        return naming.apiGroup(text);
      case 'apiVersion':
        return naming.apiVersion(text);
      case 'labels':
        return naming.labelValue(key, text);
      case 'annotations':
        return annotationOut(key, text, naming);
      default:
        return naming.object({ kind: meaning.slice('Kind:'.length) }, text);
    }
  }
}
