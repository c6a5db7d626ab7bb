import { rulesOfCustomKind } from '../../kubernetes/kinds/customresource/rules';
import { defineKind, type Kind } from '../../kubernetes/kinds/kind';
import type { KubeObject } from '../../kubernetes/object';
import type { FieldCause } from '../../kubernetes/refusals';
import type { PrinterColumn } from '../../kubernetes/resourceType';
import type { Structural } from '../../kubernetes/wire/structural/structural';

const VERSION = 'v1alpha1';

/** An object with a wish and, it may be, what became of it. */
export interface WorldObject<Spec, Status = object> extends KubeObject {
  readonly spec: Spec;
  readonly status?: Status;
}

/** What defines a kind of the world that a cluster is in. */
export interface WorldKind<T extends KubeObject> {
  /** Without its end, `.rollcall.dev`. */
  readonly group: 'clock' | 'machines' | 'images' | 'containers' | 'settings';
  readonly kind: string;
  readonly plural: string;
  readonly shortNames?: readonly string[];
  readonly namespaced?: boolean;
  readonly verbs: readonly string[];
  readonly description: string;
  readonly spec: Structural;
  readonly status: Structural;
  readonly columns?: readonly PrinterColumn[];
  /** What is wrong with an object that its schema cannot tell. @param current what an update changes */
  check?(object: T, current?: T): readonly FieldCause[];
}

const AGE: PrinterColumn = { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' };

/** The verbs of what there is one of, under the name `cluster`: it is there as long as the cluster is. */
export const OF_SINGLETONS = ['get', 'list', 'patch', 'update', 'watch'];
/** The verbs of what comes and goes. */
export const OF_OBJECTS = [...OF_SINGLETONS, 'create', 'delete', 'deletecollection'];
/** The verbs of orders: they are carried out, and not stored. */
export const OF_ORDERS = ['create'];

/** A column that shows a field. */
export const column = (name: string, type: string, jsonPath: string, description: string): PrinterColumn => ({
  name,
  type,
  jsonPath,
  description,
});

/** What is true of all orders. @see GivenOrders */
const ONCE = [
  'It is answered when it is over, and not stored.',
  'Under a name it is carried out once: sent again, it is answered as the first time, and while it is carried out it is waited for.',
  'Another one of that name is refused (409); one that was refused can be given again.',
  'Without a name, or with generateName, each is an order of its own. The last 256 names are remembered.',
].join(' ');

/** A kind that is read and checked as those are that a CustomResourceDefinition defines. */
export const defineWorldKind = <T extends KubeObject>(definition: WorldKind<T>): Kind<T> => {
  const { kind, plural, verbs, namespaced = false, check } = definition;
  const isOrder = verbs === OF_ORDERS;
  const description = isOrder ? `${definition.description} ${ONCE}` : definition.description;
  const schema: Structural = {
    type: 'object',
    description,
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec: { type: 'object', default: {}, description: 'What is asked for.', ...definition.spec },
      status: { type: 'object', description: 'What became of it.', ...definition.status },
    },
  };
  const subresources = isOrder ? [] : [{ name: 'status' }];
  const apiVersion = `${definition.group}.rollcall.dev/${VERSION}`;
  const rules = rulesOfCustomKind({
    namespaced,
    schema,
    scale: undefined,
    subresources: subresources.map(({ name }) => ({ name, apiVersion, kind, verbs: OF_SINGLETONS })),
    selectablePaths: [],
  });
  const made = defineKind({
    apiVersion,
    kind,
    plural,
    namespaced,
    verbs,
    schema,
    subresources,
    shortNames: definition.shortNames ?? [],
    categories: isOrder ? [] : ['rollcall'],
    printerColumns: [...(definition.columns ?? []), ...(isOrder ? [] : [AGE])],
    ...rules,
    validateCreate: (object) => [...rules.validateCreate(object), ...(check?.(object as T) ?? [])],
    validateUpdate: (next, current) => [
      ...rules.validateUpdate(next, current),
      ...(check?.(next as T, current as T) ?? []),
    ],
  });
  // Its objects were checked against the schema, which says that they are of this type.
  return made as Kind<T>;
};
