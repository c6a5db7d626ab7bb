import type { Container, Pod, Volume } from '../../kubernetes/kinds/pod/pod';
import type { KubeObject } from '../../kubernetes/object';

/** What a pod may read: kinds of objects with data in them. */
export type Source = 'ConfigMap' | 'Secret';

/** Looks an object up in the project of the pod. */
export type Find = (kind: Source, name: string) => KubeObject | undefined;

/** A volume or a variable that asks for an object, or for one of its keys. */
export interface Wanted {
  readonly kind: Source;
  readonly name: string;
  readonly keys: readonly string[];
  readonly optional: boolean;
}

/** Every project of a real cluster has them from its beginning, for whoever talks to its API. */
const EVERYWHERE = new Set(['kube-root-ca.crt', 'openshift-service-ca.crt']);

const keysOf = (object: KubeObject): ReadonlySet<string> => {
  const { data, binaryData, stringData } = object as Readonly<Record<string, object | undefined>> &
    KubeObject;
  return new Set([data, binaryData, stringData].flatMap((each) => Object.keys(each ?? {})));
};

/** `configmap "agent" not found` */
const absent = ({ kind, name }: Wanted): string => `${kind.toLowerCase()} "${name}" not found`;

/** Why a volume cannot be filled; undefined if it can. */
const lackOf = (wanted: Wanted, find: Find): string | undefined => {
  if (wanted.optional) return undefined;
  const object = find(wanted.kind, wanted.name);
  if (!object) return absent(wanted);
  const keys = keysOf(object);
  const missing = wanted.keys.find((key) => !keys.has(key));
  if (missing === undefined) return undefined;
  return `${wanted.kind === 'Secret' ? 'references non-existent secret key' : 'configmap references non-existent config key'}: ${missing}`;
};

interface Items {
  readonly items?: readonly { readonly key: string }[];
  readonly optional?: boolean;
}

const wantedBy = (
  kind: Source,
  name: string | undefined,
  { items = [], optional = false }: Items,
): Wanted[] =>
  name === undefined || EVERYWHERE.has(name)
    ? []
    : [{ kind, name, keys: items.map(({ key }) => key), optional }];

/** What a volume is filled from. */
export const wantedByVolume = ({ configMap, secret, projected }: Volume): Wanted[] => [
  ...(configMap ? wantedBy('ConfigMap', configMap.name, configMap) : []),
  ...(secret ? wantedBy('Secret', secret.secretName, secret) : []),
  ...(projected?.sources ?? []).flatMap((source) => [
    ...(source.configMap ? wantedBy('ConfigMap', source.configMap.name, source.configMap) : []),
    ...(source.secret ? wantedBy('Secret', source.secret.name, source.secret) : []),
  ]),
];

/**
 * Why the volumes of a pod cannot be mounted, in the words of the event.
 * @see pkg/volume/configmap/configmap.go SetUpAt
 * @see pkg/volume/util/operationexecutor/operation_generator.go GenerateMountVolumeFunc
 */
export const mountTroubles = ({ spec }: Pod, find: Find): readonly string[] =>
  (spec.volumes ?? []).flatMap((volume) => {
    const lacks = wantedByVolume(volume).flatMap((wanted) => lackOf(wanted, find) ?? []);
    const [only, ...more] = lacks;
    if (only === undefined) return [];
    const why = more.length > 0 ? `[${lacks.join(', ')}]` : only;
    return [`MountVolume.SetUp failed for volume "${volume.name}" : ${why}`];
  });

/** What a container's environment is made from: first what is taken whole, then single keys. */
const wantedByEnvironment = ({ env = [], envFrom = [] }: Container): readonly Wanted[] => {
  const whole = envFrom.flatMap(({ configMapRef, secretRef }) => [
    ...(configMapRef
      ? wantedBy('ConfigMap', configMapRef.name, { optional: configMapRef.optional ?? false })
      : []),
    ...(secretRef ? wantedBy('Secret', secretRef.name, { optional: secretRef.optional ?? false }) : []),
  ]);
  const single = env.flatMap(({ valueFrom }) => {
    const { configMapKeyRef: map, secretKeyRef: secret } = valueFrom ?? {};
    const ref = map ?? secret;
    if (!ref) return [];
    const items = [{ key: ref.key }];
    return wantedBy(map ? 'ConfigMap' : 'Secret', ref.name, { items, optional: ref.optional ?? false });
  });
  return [...whole, ...single];
};

/** All objects that a pod reads. */
export const wantedByPod = ({ spec }: Pod): readonly Wanted[] => [
  ...(spec.volumes ?? []).flatMap(wantedByVolume),
  ...[...(spec.initContainers ?? []), ...spec.containers].flatMap(wantedByEnvironment),
];

/**
 * Why a container cannot be given its environment.
 * @see pkg/kubelet/kubelet_pods.go makeEnvironmentVariables
 */
export const environmentTrouble = (
  container: Container,
  namespace: string,
  find: Find,
): string | undefined => {
  for (const wanted of wantedByEnvironment(container)) {
    if (wanted.optional) continue;
    const object = find(wanted.kind, wanted.name);
    if (!object) return absent(wanted);
    const missing = wanted.keys.find((key) => !keysOf(object).has(key));
    if (missing !== undefined)
      return `couldn't find key ${missing} in ${wanted.kind} ${namespace}/${wanted.name}`;
  }
  return undefined;
};
