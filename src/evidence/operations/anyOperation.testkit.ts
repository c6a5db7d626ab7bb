import fc from 'fast-check';
import type { Taint } from '../../kubernetes/fields/taints';
import type { Manifest } from '../../kubernetes/object';
import type { Operation } from './operation';

/** The only taint that the users of these properties set. */
export const DEDICATED = 'dedicated';
/** Tells apart the pods of the sets: label and name of a set are the same word. */
export const APP = 'app';

type Role = 'db' | 'web' | null;
type Effect = 'NoSchedule' | 'NoExecute' | 'PreferNoSchedule';

/** Which operations there may be. */
export interface Scope {
  /** Images that can never be pulled: which nodes get stuck with them is the controller's free choice. */
  readonly broken: boolean;
}

const node = fc.constantFrom('node-1', 'node-2', 'node-3', 'node-4', 'node-5');
const set = fc.constantFrom('log-agent', 'log-agent', 'monitor');
const role = fc.constantFrom<Role>('db', 'db', 'web', null);
const wantedRole = fc.constantFrom<Role>('db', null, null);
const strategy = fc.constantFrom<object>(
  { type: 'OnDelete', rollingUpdate: null },
  { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
  { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2, maxSurge: 0 } },
  { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '40%', maxSurge: 0 } },
  { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
  { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: '50%' } },
);

const taints = fc
  .constantFrom<Effect | null>('NoSchedule', 'NoExecute', 'PreferNoSchedule', null, null)
  .map((effect): readonly Taint[] => (effect ? [{ key: DEDICATED, effect }] : []));

const labelsOf = (given: Role): Record<string, string> => (given ? { role: given } : {});

const one = <T extends string>(op: T): fc.Arbitrary<T> => fc.constant(op);

/** What a set of these properties says of itself. */
interface Wishes {
  readonly strategy?: object;
  readonly role?: Role;
  readonly tolerates?: boolean;
  readonly minReadySeconds?: number;
}

/** The manifest of a set in the few words of these properties. */
export const daemonSet = (
  name: string,
  { strategy: updateStrategy = {}, role: wanted, tolerates, minReadySeconds = 0 }: Wishes = {},
): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name },
  spec: {
    selector: { matchLabels: { [APP]: name } },
    updateStrategy,
    minReadySeconds,
    template: {
      metadata: { labels: { [APP]: name } },
      spec: {
        ...(wanted ? { nodeSelector: { role: wanted } } : {}),
        ...(tolerates ? { tolerations: [{ key: DEDICATED, operator: 'Exists' }] } : {}),
        containers: [{ name: 'main', image: 'main:v1' }],
      },
    },
  },
});

const wishes = fc.record({
  strategy,
  role: wantedRole,
  tolerates: fc.boolean(),
  minReadySeconds: fc.constantFrom(0, 0, 5),
});

const creationOf = (name: fc.Arbitrary<string>): fc.Arbitrary<Operation> =>
  fc
    .tuple(name, wishes)
    .map(([given, wished]): Operation => ({ op: 'createDaemonSet', manifest: daemonSet(given, wished) }));

const patchOf = (spec: fc.Arbitrary<object>): fc.Arbitrary<Operation> =>
  fc.record({ op: one('patchDaemonSet'), name: set, patch: spec.map((patch) => ({ spec: patch })) });

const templateOf = (spec: fc.Arbitrary<object>): fc.Arbitrary<Operation> =>
  patchOf(spec.map((pod) => ({ template: { spec: pod } })));

/** One operation, the likelier the greater its weight. */
const operation = ({ broken }: Scope): fc.Arbitrary<Operation> => {
  const version = fc.constantFrom('v1', 'v2', 'v3', broken ? 'broken' : 'v2');
  const propagationPolicy = fc.constantFrom('Background', 'Foreground', 'Orphan');
  const of = (weight: number, arbitrary: fc.Arbitrary<Operation>) => ({ weight, arbitrary });
  return fc.oneof(
    of(3, fc.record({ op: one('createNode'), name: node, labels: role.map(labelsOf), taints })),
    of(2, fc.record({ op: fc.constantFrom('deleteNode', 'stopKubelet', 'startKubelet'), name: node })),
    of(2, fc.record({ op: one('labelNode'), name: node, labels: role.map((given) => ({ role: given })) })),
    of(2, fc.record({ op: one('taintNode'), name: node, taints })),
    of(1, fc.record({ op: fc.constantFrom('cordonNode', 'uncordonNode'), name: node })),
    of(2, creationOf(set)),
    of(4, templateOf(version.map((tag) => ({ containers: [{ name: 'main', image: `main:${tag}` }] })))),
    of(1, templateOf(wantedRole.map((given) => ({ nodeSelector: given ? { role: given } : null })))),
    of(2, patchOf(strategy.map((updateStrategy) => ({ updateStrategy })))),
    of(1, fc.record({ op: one('deleteDaemonSet'), name: set, propagationPolicy })),
    of(2, fc.record({ op: fc.constantFrom('deletePod', 'failPod', 'succeedPod'), daemonSet: set, node })),
    of(1, fc.record({ op: one('labelPod'), daemonSet: set, node, labels: fc.constant({ [APP]: 'debug' }) })),
    of(1, fc.record({ op: one('wait'), seconds: fc.constantFrom(1, 30, 400) })),
  );
};

/**
 * A set is made, and then all kinds of things happen. Those of one group happen at the same moment.
 * @param together how many operations a group has at most
 */
export const operations = (together: number, scope: Scope): fc.Arbitrary<readonly (readonly Operation[])[]> =>
  fc
    .tuple(
      creationOf(fc.constant('log-agent')),
      fc.array(fc.array(operation(scope), { minLength: 1, maxLength: together }), {
        minLength: 1,
        maxLength: 12,
        size: 'max',
      }),
    )
    .map(([first, groups]) => [[first], ...groups]);

/** What every sequence starts from. */
export const BEGINNING: readonly Operation[] = [
  { op: 'createNode', name: 'node-1', labels: { role: 'db' } },
  { op: 'createNode', name: 'node-2', labels: { role: 'db' } },
  { op: 'createNode', name: 'node-3', labels: { role: 'web' } },
];
