import { API_SERVER_ADDRESS, SERVICE_RANGE } from '../apiserver/admission/services/addresses';
import type { NewObject } from '../component/client';

const ADDRESS = API_SERVER_ADDRESS;
const RANGE = SERVICE_RANGE;
/** Where the machine of the control plane would be, which is none of the nodes. */
const CONTROL_PLANE = '172.31.0.1';
const PORT = 6443;
const SERVICE = { name: 'kubernetes', namespace: 'default' };
const PORTS = [{ name: 'https', port: PORT, protocol: 'TCP' }];

const KUBECONFIG = `apiVersion: v1
clusters:
- cluster:
    server: https://${CONTROL_PLANE}:${PORT}
  name: ""
contexts: null
current-context: ""
kind: Config
users: null
`;

const quoted = (...words: readonly string[]): string => JSON.stringify(words);

/**
 * The API server, as it is found from within a cluster and from without.
 * @see k8s.io/kubernetes/pkg/controlplane/controller/kubernetesservice
 */
export const kubernetesService = (): readonly NewObject[] => [
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'ServiceCIDR',
    metadata: { name: SERVICE.name, finalizers: ['networking.k8s.io/service-cidr-finalizer'] },
    spec: { cidrs: [RANGE] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IPAddress',
    metadata: {
      name: ADDRESS,
      labels: {
        'ipaddress.kubernetes.io/ip-family': 'IPv4',
        'ipaddress.kubernetes.io/managed-by': 'ipallocator.k8s.io',
      },
    },
    spec: { parentRef: { resource: 'services', ...SERVICE } },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { ...SERVICE, labels: { component: 'apiserver', provider: 'kubernetes' } },
    spec: {
      ports: [{ name: 'https', protocol: 'TCP', port: 443, targetPort: PORT }],
      clusterIP: ADDRESS,
      clusterIPs: [ADDRESS],
      type: 'ClusterIP',
      sessionAffinity: 'None',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      internalTrafficPolicy: 'Cluster',
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { ...SERVICE, labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' } },
    subsets: [{ addresses: [{ ip: CONTROL_PLANE }], ports: PORTS }],
  },
  {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { ...SERVICE, labels: { 'kubernetes.io/service-name': SERVICE.name } },
    addressType: 'IPv4',
    endpoints: [{ addresses: [CONTROL_PLANE], conditions: { ready: true } }],
    ports: PORTS,
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'cluster-info', namespace: 'kube-public' },
    data: { kubeconfig: KUBECONFIG },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'extension-apiserver-authentication', namespace: 'kube-system' },
    data: {
      'requestheader-allowed-names': quoted('front-proxy-client'),
      'requestheader-extra-headers-prefix': quoted('X-Remote-Extra-'),
      'requestheader-group-headers': quoted('X-Remote-Group'),
      'requestheader-uid-headers': quoted('X-Remote-Uid'),
      'requestheader-username-headers': quoted('X-Remote-User'),
    },
  },
];

/**
 * Since when the API server notes who still uses tokens that never expire.
 * @param now RFC 3339
 * @see k8s.io/kubernetes/pkg/controlplane/controller/legacytokentracking
 */
export const tokenTracking = (now: string): NewObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'kube-apiserver-legacy-service-account-token-tracking', namespace: 'kube-system' },
  data: { since: now.slice(0, 10) },
});
