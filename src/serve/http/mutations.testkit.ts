import * as fc from 'fast-check';
import { toYaml } from '../../kubernetes/print/output/yaml';
import { encodeProtobuf, isInProtobuf, PROTOBUF } from '../protobuf/protobuf';

/** A request that may make sense, or none at all. */
export interface Mutation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const NAMESPACE = '/api/v1/namespaces/default';
const APPS = '/apis/apps/v1/namespaces/default';

const PATHS = [
  '/api/v1/nodes/node-1',
  '/api/v1/nodes/node-1/status',
  `${NAMESPACE}/configmaps`,
  `${NAMESPACE}/configmaps/a`,
  `${NAMESPACE}/pods`,
  `${NAMESPACE}/pods/a`,
  `${NAMESPACE}/pods/a/log`,
  `${NAMESPACE}/pods/a/exec`,
  `${NAMESPACE}/pods/a/eviction`,
  `${NAMESPACE}/pods/a/binding`,
  `${NAMESPACE}/serviceaccounts/default/token`,
  `${APPS}/daemonsets`,
  `${APPS}/daemonsets/a`,
  `${APPS}/daemonsets/a/status`,
  `${APPS}/deployments/a/scale`,
  '/api/v1/watch/namespaces/default/configmaps',
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
  '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
  '/apis/authentication.k8s.io/v1/tokenreviews',
  '/apis/rbac.authorization.k8s.io/v1/clusterroles/a',
  '/apis/policy/v1/namespaces/default/poddisruptionbudgets/a',
  '/openapi/v2',
  '/openapi/v3/apis/apps/v1',
  '/healthz/ping',
  '/clusters/nobody/api',
];

const PIECES = [
  '',
  '.',
  '..',
  '%2F',
  '%',
  '%00',
  'é',
  'a b',
  'status',
  'watch',
  'proxy',
  'x'.repeat(300),
  '~',
];

const seldom = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary: values, weight: 1 });

const pieceChange = seldom(fc.tuple(fc.nat(), fc.constantFrom(...PIECES)));

const changed = (path: string, change: readonly [number, string] | undefined): string => {
  if (!change) return path;
  const pieces = path.split('/');
  pieces[1 + (change[0] % (pieces.length - 1))] = change[1];
  return pieces.join('/').replace(/[^!-~]/g, encodeURIComponent);
};

const ODD_TEXTS = [
  '',
  '1',
  'true',
  'All',
  'Strict',
  '-1',
  '99999999999999999999',
  'a=b',
  'a in (',
  '!',
  'metadata.name=a',
  '%',
  'é',
  'NotOlderThan',
  'Orphan',
  'eyJ2IjoibWV0YS5rOHMuaW8vdjEifQ',
];
const QUERIES = [
  'watch',
  'limit',
  'continue',
  'labelSelector',
  'fieldSelector',
  'resourceVersion',
  'resourceVersionMatch',
  'sendInitialEvents',
  'allowWatchBookmarks',
  'timeoutSeconds',
  'dryRun',
  'fieldManager',
  'fieldValidation',
  'force',
  'gracePeriodSeconds',
  'propagationPolicy',
  'orphanDependents',
  'pretty',
  'container',
  'tailLines',
  'includeObject',
];

const query = fc
  .array(fc.tuple(fc.constantFrom(...QUERIES), fc.constantFrom(...ODD_TEXTS)), { maxLength: 3 })
  .map((pairs) => new URLSearchParams(pairs).toString());

const JSON_TYPE = 'application/json';
const TYPES = [
  '',
  JSON_TYPE,
  'application/yaml',
  PROTOBUF,
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
  'application/apply-patch+yaml',
  'garbage',
  'text/html; q',
];
const PATCH_TYPES = TYPES.filter((type) => type.includes('-patch+'));
const ACCEPTS = [
  JSON_TYPE,
  '*/*',
  'application/yaml',
  PROTOBUF,
  `${PROTOBUF};stream=watch`,
  `${JSON_TYPE};as=Table;v=v1;g=meta.k8s.io`,
  `${PROTOBUF};as=PartialObjectMetadataList;v=v1;g=meta.k8s.io`,
  'application/*;q=x',
  ',;=',
  'text/html',
];
const OTHER_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { authorization: 'Bearer x.y.z' },
  { authorization: 'Basic eDp5' },
  { 'impersonate-user': 'system:serviceaccount:default:default' },
  { 'impersonate-group': 'g' },
  { 'impersonate-user': 'a', 'impersonate-extra-%': 'b' },
  { 'if-none-match': '"A"' },
  { 'user-agent': 'curl/8' },
];

const labels = { app: 'a' };
const template = {
  metadata: { labels },
  spec: { containers: [{ name: 'c', image: 'i', resources: { limits: { cpu: '1' } } }] },
};

const OBJECTS: readonly object[] = [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', labels, finalizers: ['a/b'] },
    data: { a: 'b' },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a', ownerReferences: [] },
    spec: { ...template.spec, nodeName: 'node-1' },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'a', annotations: {} },
    spec: { selector: { matchLabels: labels }, template },
  },
  {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'node-1' },
    spec: { taints: [{ key: 'a', effect: 'NoSchedule' }] },
    status: { conditions: [] },
  },
  { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid: 'x' }, gracePeriodSeconds: 0 },
  { apiVersion: 'autoscaling/v1', kind: 'Scale', metadata: { name: 'a' }, spec: { replicas: 1 } },
  { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name: 'a' }, deleteOptions: {} },
  { apiVersion: 'v1', kind: 'Binding', metadata: { name: 'a' }, target: { kind: 'Node', name: 'node-1' } },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'a' },
    spec: { minAvailable: '50%', selector: {} },
  },
  {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: { resourceAttributes: { verb: 'get' } },
  },
  {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: { audiences: ['a'], expirationSeconds: 600 },
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'a' },
    rules: [{ verbs: ['*'] }],
  },
  {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'as.b.c' },
    spec: {
      group: 'b.c',
      scope: 'Cluster',
      names: { plural: 'as', kind: 'A' },
      versions: [
        { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } },
      ],
    },
  },
  [
    { op: 'replace', path: '/metadata/labels', value: { a: 'b' } },
    { op: 'move', from: '/spec', path: '/metadata/x' },
  ],
  { metadata: { labels: { $patch: 'replace', a: 'b' }, $retainKeys: ['name'] }, spec: { template } },
];

const ODD_VALUES: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  1.5,
  1e300,
  true,
  [],
  {},
  [null],
  [[]],
  { a: null },
  'x'.repeat(70),
  '\u0000',
  '2020-01-01T00:00:00Z',
  '100m',
  { $patch: 'frob' },
  '__proto__',
  'constructor',
  ['a', 'a'],
];
const ODD_NAMES = [
  '__proto__',
  'constructor',
  '',
  'status',
  'spec',
  'metadata',
  'a/b',
  '$patch',
  '$setElementOrder/x',
];

type Container = Record<string, unknown>;

/** The places in an object where something may stand. */
const placesIn = (value: unknown): readonly (readonly [Container, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [
        [value as Container, name] as const,
        ...placesIn(inner),
      ])
    : [];

const set = (container: Container, name: string, value: unknown): void =>
  void Object.defineProperty(container, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });

/** Where each of them is sent if it is sent to where it belongs. */
const PLACES: readonly string[] = [
  `${NAMESPACE}/configmaps`,
  `${NAMESPACE}/pods`,
  `${APPS}/daemonsets`,
  '/api/v1/nodes/node-1',
  `${NAMESPACE}/configmaps/a`,
  `${APPS}/deployments/a/scale`,
  `${NAMESPACE}/pods/a/eviction`,
  `${NAMESPACE}/pods/a/binding`,
  '/apis/policy/v1/namespaces/default/poddisruptionbudgets',
  '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
  `${NAMESPACE}/serviceaccounts/default/token`,
  '/apis/rbac.authorization.k8s.io/v1/clusterroles',
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
  `${NAMESPACE}/configmaps/a`,
  `${APPS}/daemonsets/a`,
];

const object = fc
  .tuple(
    fc.nat(OBJECTS.length - 1),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ODD_VALUES), fc.option(fc.constantFrom(...ODD_NAMES))), {
      maxLength: 3,
    }),
  )
  .map(([index, changes]) => {
    const copy = structuredClone(OBJECTS[index] ?? {});
    for (const [at, value, other] of changes) {
      const places = placesIn(copy);
      const [container, name] = places[at % places.length] ?? [copy as Container, 'a'];
      set(container, other ?? name, structuredClone(value));
    }
    return { sent: copy, place: PLACES[index] ?? '/' };
  });

const written = (value: object, type: string): Buffer => {
  if (type.endsWith('yaml')) return Buffer.from(toYaml(value));
  if (type === PROTOBUF && 'apiVersion' in value && 'kind' in value) {
    const { apiVersion, kind } = value;
    const typed = { ...value, apiVersion: String(apiVersion), kind: String(kind) };
    if (isInProtobuf(typed)) return Buffer.from(encodeProtobuf(typed));
  }
  return Buffer.from(JSON.stringify(value));
};

const broken = (whole: Buffer, at: number, how: number): Buffer => {
  const place = at % (whole.length + 1);
  if (how === 1) return whole.subarray(0, place);
  if (how === 2)
    return Buffer.concat([whole.subarray(0, place), Buffer.from([at & 255]), whole.subarray(place + 1)]);
  return whole;
};

/** Requests of all sorts, most of them nearly right. */
export const mutations: fc.Arbitrary<Mutation> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'POST', 'PUT', 'PATCH', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
    elsewhere: fc.option(fc.constantFrom(...PATHS), { freq: 1 }),
    change: pieceChange,
    query: seldom(query),
    oddType: seldom(fc.constantFrom(...TYPES)),
    patchType: fc.constantFrom(...PATCH_TYPES),
    accept: seldom(fc.constantFrom(...ACCEPTS)),
    others: seldom(fc.constantFrom(...OTHER_HEADERS)),
    object,
    at: fc.nat(),
    how: fc.constantFrom(0, 0, 0, 0, 1, 2),
  })
  .map(
    ({
      method,
      elsewhere,
      change,
      query: asked,
      oddType,
      patchType,
      accept,
      others,
      object: given,
      at,
      how,
    }) => {
      const type = oddType ?? (method === 'PATCH' ? patchType : JSON_TYPE);
      const hasBody = method !== 'GET' && method !== 'HEAD';
      const body = hasBody ? broken(written(given.sent, type), at, how) : Buffer.alloc(0);
      const path = changed(elsewhere ?? given.place, change);
      return {
        method,
        path: asked ? `${path}?${asked}` : path,
        headers: {
          ...(accept ? { accept } : {}),
          ...(hasBody ? { 'content-length': String(body.length), 'content-type': type } : {}),
          ...others,
        },
        body,
      };
    },
  );
