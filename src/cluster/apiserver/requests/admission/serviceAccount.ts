import type { Container, PodSpec } from '../../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../../kubernetes/kinds/resources';
import { forbidden } from '../../../../kubernetes/refusals';
import { calledNow, type PodAdmissionStep, type TokenMount } from './admission';

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

/** Names the service account; every namespace has one called `default`, any other must exist. */
export const assignServiceAccount: PodAdmissionStep = (spec, admission) => {
  const { pod, context } = admission;
  const account = spec.serviceAccountName || 'default';
  const namespace = pod.metadata.namespace ?? '';
  if (account !== 'default' && !context.store.get(resources.serviceaccounts, namespace, account)) {
    throw forbidden(
      resources.pods,
      calledNow(admission),
      `error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`,
    );
  }
  spec.serviceAccountName = account;
  spec.serviceAccount = account;
};

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
 * Mounts the service account's token into every container, unless the pod asks not to. Pods of one template share the
 * volume's random name, and so the mounted containers: 150,000 copies would say the same.
 */
export const mountToken: PodAdmissionStep = (spec, { context: { random, tokens } }) => {
  if (spec.automountServiceAccountToken === false) return;
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
};
