import type { Draft } from '../../../kubernetes/fields/copies';
import type { Container, Pod, PodSpec } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { AdmissionContext, AdmissionPlugin } from './plugin';

const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

/** What every token volume holds: the token, the cluster's certificates, the namespace's name. */
const PROJECTED = {
  defaultMode: 420,
  sources: [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
    {
      downwardAPI: {
        items: [{ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }, path: 'namespace' }],
      },
    },
    {
      configMap: {
        items: [{ key: 'service-ca.crt', path: 'service-ca.crt' }],
        name: 'openshift-service-ca.crt',
      },
    },
  ],
} as const;

/** The parts of a spec that a token is mounted into, before and after. */
interface TokenMount {
  readonly volumes: PodSpec['volumes'];
  readonly initContainers: PodSpec['initContainers'];
  readonly mounted: Pick<PodSpec, 'containers' | 'volumes' | 'initContainers'>;
}

const mount = ({ containers, initContainers, volumes }: PodSpec, volume: string): TokenMount => {
  const path = { mountPath: TOKEN_PATH, name: volume, readOnly: true };
  const mounted = (container: Container): Container =>
    container.volumeMounts?.some((each) => each.mountPath === TOKEN_PATH)
      ? container
      : { ...container, volumeMounts: [...(container.volumeMounts ?? []), path] };
  return {
    volumes,
    initContainers,
    mounted: {
      containers: containers.map(mounted),
      initContainers: initContainers?.map(mounted),
      volumes: [...(volumes ?? []), { name: volume, projected: PROJECTED }],
    },
  };
};

/**
 * Mounts the service account's token into every container, unless the pod asks not to: last, as it is always valid.
 * Pods of one template share the volume's random name, and so the mounted containers: 150,000 copies would say the
 * same.
 */
export const mountToken = ({ random }: AdmissionContext): AdmissionPlugin<Pod> => {
  /** What has been mounted, by the containers it was mounted into. */
  const tokens = new WeakMap<object, TokenMount>();
  return {
    kinds: [resources.pods],
    operations: ['create'],
    phase: 'last',
    admit(pod) {
      const spec: Draft<PodSpec> = pod.spec;
      if (spec.automountServiceAccountToken === false) return pod;
      let known = tokens.get(spec.containers);
      if (known?.volumes !== spec.volumes || known?.initContainers !== spec.initContainers) known = undefined;
      if (!known) {
        known = mount(spec, `kube-api-access-${random.suffix()}`);
        tokens.set(spec.containers, known);
      }
      const { containers, initContainers, volumes } = known.mounted;
      spec.containers = containers;
      spec.initContainers = initContainers;
      spec.volumes = volumes;
      return pod;
    },
  };
};
