import fc from 'fast-check';
import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { definitionOf, resolved, type Schema } from '../../../kubernetes/wire/schema/schema';
import { makeLens } from './makeLens';

export const RUN = { 'rollcall.dev/run': 'k3x9' };

/** The lens of one example of a run that goes on eight times at once. */
export const lensOf = (number: number, mode: 'shared' | 'exclusive' = 'shared') =>
  makeLens({ suffix: `-k3x9-${number}`, mode, labels: RUN, random: () => 0 });

/** What the server adds to what it stores. */
export const stored = <T extends object>(sent: T): T & KubeObject => {
  const { metadata } = sent as unknown as KubeObject;
  const own = { uid: 'u-1', resourceVersion: '7', creationTimestamp: '2026-01-01T00:00:00Z' };
  return { ...sent, metadata: { ...metadata, ...own } } as T & KubeObject;
};

const text = fc.constantFrom(
  'east-1',
  'demo',
  'log-agent',
  'default',
  'kube-system',
  'high',
  'view',
  'system-node-critical',
  'jane',
  'system:serviceaccount:demo:agent',
  'system:node:east-1',
  'system:authenticated',
  'example.test/east-1:v1',
  'kubernetes.io/hostname=east-1,zone in (a, b)',
  'widgets.example.com',
  'apps/v1',
  'Node',
  'ClusterRole',
  'nodes',
  'a'.repeat(60),
);

const label = fc.constantFrom(
  'app',
  'zone',
  'kubernetes.io/hostname',
  'kubernetes.io/metadata.name',
  'a~b/c',
);

const MAX_DEPTH = 7;

/** Anything that fits a schema. */
const fitting = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
  const { type, enum: choices, properties, items, additionalProperties, format } = resolved(schema);
  if (choices) return fc.constantFrom(...choices);
  if (items)
    return fc.uniqueArray(fitting(items, depth + 1), {
      minLength: 1,
      maxLength: 2,
      selector: JSON.stringify,
    });
  if (additionalProperties)
    return fc.dictionary(label, fitting(additionalProperties, depth + 1), { minKeys: 1, maxKeys: 2 });
  if (properties) {
    const fields = Object.entries(properties).filter(
      ([, inner]) => depth < MAX_DEPTH || !(inner.$ref || inner.items || inner.additionalProperties),
    );
    const arbitrary = fc.record(
      Object.fromEntries(fields.map(([field, inner]) => [field, fc.constant(inner)])),
      { requiredKeys: [] },
    );
    return arbitrary.chain((chosen) =>
      fc.record(
        Object.fromEntries(
          Object.entries(chosen).map(([field, inner = {}]) => [field, fitting(inner, depth + 1)]),
        ),
      ),
    );
  }
  if (type === 'integer' || type === 'number') return fc.integer({ min: 0, max: 3 });
  if (type === 'boolean') return fc.boolean();
  return format === undefined ? text : fc.constant('x');
};

/** Anything but metadata that an object of a kind may hold. */
const bodyOf = (resource: ResourceType): fc.Arbitrary<object> => {
  const {
    metadata: _m,
    apiVersion: _a,
    kind: _k,
    ...properties
  } = definitionOf(resource)?.schema.properties ?? {};
  return fitting({ properties }, 0) as fc.Arbitrary<object>;
};

const labels = fc.dictionary(label, text, { minKeys: 1, maxKeys: 2 });

/** Objects of a kind as an example writes them. */
export const objectsOf = (resource: ResourceType): fc.Arbitrary<KubeObject> => {
  const metadata = fc.record(
    {
      name: fc.constantFrom('east-1', 'log-agent', 'demo', 'b'.repeat(60)),
      ...(resource.namespaced ? { namespace: fc.constantFrom('demo', 'shop', 'kube-system') } : {}),
      labels,
      annotations: labels,
      ownerReferences: fc.array(
        fc.record({
          apiVersion: fc.constantFrom('v1', 'apps/v1', 'example.com/v1'),
          kind: fc.constantFrom('Node', 'DaemonSet', 'Widget'),
          name: text,
          uid: text,
        }),
        { minLength: 1, maxLength: 2 },
      ),
    },
    { requiredKeys: resource.namespaced ? ['name', 'namespace'] : ['name'] },
  );
  const { apiVersion, kind } = resource;
  return fc
    .record({ metadata, body: bodyOf(resource) })
    .map(({ metadata: meta, body }) => stored({ apiVersion, kind, metadata: meta, ...body }));
};
