import type { Draft } from '../../../kubernetes/fields/copies';
import type { Container, Pod, PodSpec } from '../../../kubernetes/kinds/pod/pod';
import { isMirrorPod } from '../../../kubernetes/kinds/pod/validation/annotations';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Random } from '../../simulation/random';
import type { AdmissionContext, AdmissionPlugin } from './plugin';

const PREFIX = 'kube-api-access-';
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

/** A pod may bring the volume itself. Containers that have something else in its place have no use for it. */
const mount = ({ containers, initContainers, volumes }: PodSpec, random: Random): TokenMount => {
  const given = volumes?.find(({ name }) => name.startsWith(PREFIX))?.name;
  const volume = given ?? `${PREFIX}${random.suffix()}`;
  const path = { mountPath: TOKEN_PATH, name: volume, readOnly: true };
  const isTaken = ({ volumeMounts }: Container): boolean =>
    volumeMounts?.some((each) => each.mountPath === TOKEN_PATH) ?? false;
  const mounted = (container: Container): Container =>
    isTaken(container)
      ? container
      : { ...container, volumeMounts: [...(container.volumeMounts ?? []), path] };
  const isNeeded = ![...containers, ...(initContainers ?? [])].every(isTaken);
  return {
    volumes,
    initContainers,
    mounted: {
      containers: containers.map(mounted),
      initContainers: initContainers?.map(mounted),
      volumes:
        given === undefined && isNeeded
          ? [...(volumes ?? []), { name: volume, projected: PROJECTED }]
          : volumes,
    },
  };
};

/**
 * Mounts the service account's token into every container, unless the pod or, where that says nothing, the account
 * asks not to: last, as it is always valid.
 * Pods of one template share the volume's random name, and so the mounted containers: 150,000 copies would say the
 * same.
 * @see plugin/pkg/admission/serviceaccount/admission.go mountServiceAccountToken, shouldAutomount
 */
export const mountToken = ({ store, random }: AdmissionContext): AdmissionPlugin<Pod> => {
  /** What has been mounted, by the containers it was mounted into. */
  const tokens = new WeakMap<object, TokenMount>();
  return {
    kinds: [resources.pods],
    operations: ['create'],
    phase: 'last',
    admit(pod) {
      const spec: Draft<PodSpec> = pod.spec;
      const account = store.get(
        resources.serviceaccounts,
        pod.metadata.namespace,
        spec.serviceAccountName ?? '',
      );
      const wanted = spec.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true;
      if (!wanted || isMirrorPod(pod)) return pod;
      let known = tokens.get(spec.containers);
      if (known?.volumes !== spec.volumes || known?.initContainers !== spec.initContainers) known = undefined;
      if (!known) {
        known = mount(spec, random);
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
