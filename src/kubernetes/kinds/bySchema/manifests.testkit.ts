import type { KubeObject, Manifest } from '../../object';
import type { ResourceType } from '../../resourceType';
import { readManifests } from '../../wire/manifests';
import { decodeStrictly } from '../../wire/schema/decode';
import { servedKinds } from '../served';
import { rulesBySchema } from './rules';

/** What people deploy beside a daemon set. */
const TEXT = `
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports:
    - { name: http, port: 80, targetPort: 8080 }
    - { name: metrics, port: 9090 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, labels: { app: web } }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  strategy: { rollingUpdate: { maxSurge: 1 } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: server
          image: registry.example.com/web:1.4
          ports: [{ containerPort: 8080 }]
          resources: { requests: { cpu: 100m, memory: 64Mi } }
          livenessProbe: { httpGet: { path: /healthz, port: 8080 } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers:
        - name: postgres
          image: registry.example.com/postgres:16
          volumeMounts: [{ name: data, mountPath: /var/lib/postgresql }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec:
        accessModes: [ReadWriteOnce]
        resources: { requests: { storage: 10Gi } }
---
apiVersion: batch/v1
kind: Job
metadata: { name: migrate }
spec:
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: migrate, image: registry.example.com/migrate:2 }]
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: backup }
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers: [{ name: backup, image: registry.example.com/backup }]
---
apiVersion: v1
kind: Secret
metadata: { name: credentials }
data: { user: YWRtaW4= }
stringData: { password: "grün" }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  ingressClassName: nginx
  tls: [{ hosts: [web.example.com], secretName: web-tls }]
  rules:
    - host: web.example.com
      http:
        paths:
          - { path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: { matchLabels: { app: web } }
  ingress:
    - from: [{ namespaceSelector: {} }, { ipBlock: { cidr: 10.0.0.0/8 } }]
      ports: [{ port: 8080 }]
  egress: [{}]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  maxReplicas: 10
  behavior: { scaleDown: { stabilizationWindowSeconds: 60 } }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: images }
webhooks:
  - name: images.policy.example.com
    clientConfig: { service: { namespace: policy, name: images, path: /validate } }
    rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
    sideEffects: None
    admissionReviewVersions: [v1]
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: sidecars }
webhooks:
  - name: sidecars.mesh.example.com
    clientConfig: { url: "https://mesh.example.com/inject" }
    sideEffects: NoneOnDryRun
    admissionReviewVersions: [v1, v1beta1]
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: web }
spec: { controller: example.com/web }
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: csi.example.com
parameters: { type: ssd }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: fast
  resources: { requests: { storage: 20Gi } }
---
apiVersion: v1
kind: PersistentVolume
metadata: { name: disk-1 }
spec:
  accessModes: [ReadWriteOnce]
  capacity: { storage: 20Gi }
  hostPath: { path: /mnt/disk-1 }
---
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: v1beta1.metrics.example.com }
spec:
  group: metrics.example.com
  version: v1beta1
  groupPriorityMinimum: 100
  versionPriority: 100
  service: { namespace: monitoring, name: adapter }
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web-x7k2p, labels: { kubernetes.io/service-name: web } }
addressType: IPv4
endpoints: [{ addresses: [10.1.2.3], conditions: { ready: true } }]
ports: [{ port: 8080 }]
---
apiVersion: resource.k8s.io/v1
kind: ResourceClaim
metadata: { name: gpu }
spec:
  devices:
    requests: [{ name: gpu, exactly: { deviceClassName: gpu.example.com } }]
---
apiVersion: v1
kind: LimitRange
metadata: { name: limits }
spec:
  limits: [{ type: Container, max: { cpu: "2" }, min: { memory: 16Mi } }]
---
apiVersion: v1
kind: ReplicationController
metadata: { name: old }
spec:
  template:
    metadata: { labels: { app: old } }
    spec: { containers: [{ name: old, image: registry.example.com/old:1 }] }
---
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: kata }
handler: kata
---
apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: PriorityLevelConfiguration
metadata: { name: batch }
spec: { type: Limited, limited: { limitResponse: { type: Queue, queuing: {} } } }
`;

const manifests: readonly Manifest[] = readManifests(TEXT, 'manifests.yaml').manifests.map(
  ({ manifest }) => manifest,
);

/** Every kind that there is a manifest of. */
export const manifestKinds: readonly string[] = manifests.map(({ kind }) => kind);

/** A manifest as people write it. */
export const manifestOf = (kind: string): Manifest => {
  const manifest = manifests.find((each) => each.kind === kind);
  if (!manifest) throw new Error(`no manifest of ${kind}`);
  return manifest;
};

export const servedKindOf = ({ apiVersion, kind }: { apiVersion: string; kind: string }): ResourceType => {
  const served = servedKinds.find((each) => each.kind === kind && each.apiVersion === apiVersion);
  if (!served) throw new Error(`${apiVersion} ${kind} is not served`);
  return served;
};

/** A manifest as an API server has it when it validates: decoded, identified, with its defaults, readied. */
export const readied = (manifest: Manifest): KubeObject => {
  const kind = servedKindOf(manifest);
  const { defaults, prepareForCreate } = rulesBySchema(kind);
  const decoded = decodeStrictly(manifest);
  const metadata = {
    ...decoded.metadata,
    ...(kind.namespaced ? { namespace: 'default' } : {}),
    uid: '5b54f93e-be93-48d2-8d02-10576ba01eb8',
    resourceVersion: '',
    creationTimestamp: '2026-01-01T00:00:00Z',
  };
  return prepareForCreate(defaults({ ...decoded, metadata } as unknown as KubeObject));
};

type Fields = Readonly<Record<string, unknown>>;

/** The manifest of a kind with a few top-level fields of another value; `spec` is merged field by field. */
export const altered = (kind: string, { spec, ...fields }: Fields): Manifest => {
  const manifest = manifestOf(kind);
  return {
    ...manifest,
    ...fields,
    ...(spec === undefined ? {} : { spec: { ...(manifest.spec as Fields), ...(spec as Fields) } }),
  };
};

/** What is wrong with a new object, as `field: message`. */
export const wrongWith = (manifest: Manifest): readonly string[] =>
  rulesBySchema(servedKindOf(manifest))
    .validateCreate(readied(manifest))
    .map(({ field, message }) => `${field}: ${message}`);
