import { extend } from '../../../kubernetes/immutable';
import type { Container } from '../../../kubernetes/objects';
import { resources } from '../../../kubernetes/resources';
import { forbidden } from '../../../kubernetes/status';
import { calledNow, type PodAdmissionStep } from './admission';

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
export const assignServiceAccount: PodAdmissionStep = (admission) => {
  const { pod, store } = admission;
  const account = pod.spec.serviceAccountName || 'default';
  const namespace = pod.metadata.namespace ?? '';
  if (account !== 'default' && !store.get(resources.serviceaccounts, namespace, account)) {
    throw forbidden(
      resources.pods,
      calledNow(admission),
      `error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`,
    );
  }
  return { serviceAccountName: account, serviceAccount: account };
};

/**
 * Mounts the service account's token into every container, unless the pod asks not to. Pods of one template share the
 * volume's random name, and so the mounted containers: 150,000 copies would say the same.
 */
export const mountToken: PodAdmissionStep = ({ pod: { spec }, random, tokens }) => {
  if (spec.automountServiceAccountToken === false) return undefined;
  const known = tokens.get(spec.containers);
  if (known) return known;
  const volume = `kube-api-access-${random.suffix()}`;
  const mount = { mountPath: TOKEN_PATH, name: volume, readOnly: true };
  const mounted = (container: Container): Container =>
    container.volumeMounts?.some((each) => each.mountPath === TOKEN_PATH)
      ? container
      : extend(container, {
          volumeMounts: container.volumeMounts ? [...container.volumeMounts, mount] : [mount],
        });
  const token = { name: volume, projected: PROJECTED };
  const fields = {
    containers: spec.containers.map(mounted),
    volumes: spec.volumes ? [...spec.volumes, token] : [token],
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(mounted) } : {}),
  };
  tokens.set(spec.containers, fields);
  return fields;
};
