import { expect } from 'chai';
import fc from 'fast-check';
import type { KubeObject } from '../../object';
import published from '../../wire/published/v1.36/table-columns.json';
import type { Column } from '../table';
import { columnsOfSchemaKind, schemaKindColumns } from './kinds';
import { created } from './printed.testkit';

/** Kinds that have rules, and columns, of their own. */
const ELSEWHERE = [
  'apps/v1/controllerrevisions',
  'apps/v1/daemonsets',
  'coordination.k8s.io/v1/leases',
  'policy/v1/poddisruptionbudgets',
  'rbac.authorization.k8s.io/v1/clusterrolebindings',
  'rbac.authorization.k8s.io/v1/clusterroles',
  'rbac.authorization.k8s.io/v1/rolebindings',
  'rbac.authorization.k8s.io/v1/roles',
  'scheduling.k8s.io/v1/priorityclasses',
  'v1/configmaps',
  'v1/events',
  'v1/namespaces',
  'v1/nodes',
  'v1/pods',
  'v1/resourcequotas',
  'v1/serviceaccounts',
];

interface PublishedColumn {
  readonly name: string;
  readonly priority?: number;
}
const publishedColumns: Readonly<Record<string, readonly PublishedColumn[]>> = published;

const inPublishedForm = ({ name, priority = 0 }: PublishedColumn) => ({
  header: name.toUpperCase(),
  wide: priority > 0,
});
const inOurForm = ({ header, wide = false }: Column<KubeObject>) => ({ header, wide });

describe('The columns of every kind', () => {
  it('are known, of all that Kubernetes 1.36 publishes', () => {
    expect([...ELSEWHERE, ...Object.keys(schemaKindColumns)].sort()).to.deep.equal(
      Object.keys(publishedColumns).sort(),
    );
  });

  for (const [kind, columns] of Object.entries(schemaKindColumns)) {
    it(`are those published for ${kind}`, () => {
      expect(columns.map(inOurForm)).to.deep.equal(publishedColumns[kind]?.map(inPublishedForm));
    });
  }

  it('are found by version and plural', () => {
    const kind = { apiVersion: 'v1', plural: 'services' };
    expect(columnsOfSchemaKind(kind)).to.equal(schemaKindColumns['v1/services']);
    expect(columnsOfSchemaKind({ ...kind, apiVersion: 'v2' })).to.equal(undefined);
  });
});

/** An object of no kind, with every field that some column looks into. */
const EVERYTHING = `
type: Opaque
data: { a: YQ== }
stringData: { b: b }
handler: runc
provisioner: disk.example.com
reclaimPolicy: Retain
webhooks: [{}]
addressType: IPv4
note: it happened
reason: Happened
deprecatedFirstTimestamp: "2026-01-01T00:00:10Z"
series: { count: 3, lastObservedTime: "2026-01-01T00:00:20.000000Z" }
regarding: { kind: Pod, name: web, fieldPath: spec }
deprecatedSource: { component: kubelet, host: east-1 }
subsets: [{ addresses: [{ ip: 10.0.0.1 }, { ip: "fd00::1" }], ports: [{ port: 80 }] }]
ports: [{ name: http, port: 80 }, { name: any }]
endpoints: [{ addresses: [10.0.0.1, 10.0.0.2] }]
conditions: [{ type: Healthy, status: "True", message: ok }]
template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: main, image: main:1 }] } }
spec:
  type: LoadBalancer
  replicas: 3
  completions: 3
  parallelism: 2
  suspend: true
  expirationSeconds: 3600
  minAvailable: 50%
  clusterIPs: [10.0.0.1]
  externalIPs: [203.0.113.9]
  ports: [{ port: 80, nodePort: 30080, protocol: UDP }]
  selector: { matchLabels: { app: web }, matchExpressions: [{ key: tier, operator: In, values: [a, b] }] }
  podSelector: { matchExpressions: [{ key: tier, operator: Exists }] }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: main, image: main:1 }] } }
  jobTemplate: { spec: { template: { spec: { containers: [{ name: main, image: main:1 }] } } } }
  rules: [{ host: a.example.com }, { host: b.example.com }]
  tls: [{}]
  parameters: { apiGroup: example.com, kind: Parameters, name: outer }
  parentRef: { group: apps, resource: services, namespace: shop, name: web }
  cidrs: [10.96.0.0/12]
  capacity: { storage: 1024Mi }
  accessModes: [ReadWriteOnce, ReadOnlyMany]
  claimRef: { namespace: shop, name: data }
  volumeName: disk-1
  tokenRequests: [{ audience: vault }]
  volumeLifecycleModes: [Persistent]
  drivers: [{}]
  source: { persistentVolumeName: disk-1 }
  paramKind: { apiVersion: v1, kind: ConfigMap }
  paramRef: { selector: { matchLabels: { tier: gold }, matchExpressions: [{ key: a, operator: In, values: [b] }] } }
  service: { namespace: shop, name: metrics }
  limited: { nominalConcurrencyShares: 10, limitResponse: { queuing: { queues: 8 } } }
  distinguisherMethod: { type: ByUser }
  pool: { name: gpus }
  scaleTargetRef: { kind: Deployment, name: web }
  metrics:
    - { type: Resource, resource: { name: cpu, target: { averageUtilization: 60 } } }
    - { type: Pods, pods: { target: { averageValue: "10" } } }
status:
  readyReplicas: 1
  succeeded: 1
  startTime: "2026-01-01T00:00:10Z"
  completionTime: "2026-01-01T00:00:20Z"
  lastScheduleTime: "2026-01-01T00:00:20Z"
  active: [{}]
  phase: Bound
  capacity: { storage: 1Gi }
  accessModes: [ReadWriteMany]
  attached: true
  certificate: YQ==
  loadBalancer: { ingress: [{ ip: 203.0.113.7 }, { hostname: lb.example.com }] }
  allocation: {}
  reservedFor: [{}]
  conditions: [{ type: Available, status: "False", reason: Gone }, { type: Dangling, status: "True" }]
  currentMetrics: [{ type: Resource, resource: { current: { averageUtilization: 20, averageValue: 5m } } }]
`;

const ODD = fc.constantFrom(
  ...[undefined, null, '', 'odd', 0, 3, true, [], {}, [null], ['odd'], [[]], { a: 'odd' }],
);

/** The same value, but for a part here and there that is something else, or missing. */
const bent = (value: unknown): fc.Arbitrary<unknown> => {
  const inside = Array.isArray(value)
    ? fc.tuple(...value.map(bent))
    : typeof value === 'object' && value !== null
      ? fc.record(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bent(part)])))
      : fc.constant(value);
  return fc.oneof({ arbitrary: inside, weight: 15 }, { arbitrary: ODD, weight: 1 });
};

describe('The cells of every kind', () => {
  const columns = Object.values(schemaKindColumns).flat();

  it('have something to say of an object of any shape', () => {
    const sample = created(EVERYTHING);
    const fields = Object.entries(sample).filter(([key]) => key !== 'metadata');
    const anyShape = fc.record(Object.fromEntries(fields.map(([key, part]) => [key, bent(part)])));
    fc.assert(
      fc.property(anyShape, (odd) => {
        const cells = columns.map(({ header, cell }) => `${header}: ${cell({ ...sample, ...odd }, 90_000)}`);
        expect(cells.filter((cell) => /undefined|\bnull\b|\[object|NaN/.test(cell))).to.deep.equal([]);
      }),
      { numRuns: 50 },
    );
  });
});
