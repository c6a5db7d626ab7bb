import { absent, changePart, each, fill, fillAbsent, type Part } from '../../../fields/fill';
import { encodeText } from '../../../wire/schema/base64';
import type { TypeDefaults } from '../../../wire/schema/defaults';

const EXTERNAL = new Set(['LoadBalancer', 'NodePort']);
const WITH_CLUSTER_IP = new Set(['ClusterIP', 'NodePort', 'LoadBalancer']);
const THREE_HOURS = 10_800;

const servicePort = (part: Part): Part => {
  const port = fill(part, { protocol: 'TCP' });
  return port.targetPort === 0 || !port.targetPort ? { ...port, targetPort: port.port ?? 0 } : port;
};

const isExternal = (spec: Part): boolean =>
  EXTERNAL.has(String(spec.type)) ||
  (spec.type === 'ClusterIP' && ((spec.externalIPs ?? []) as readonly unknown[]).length > 0);

const affinity = (spec: Part): Part => {
  if (spec.sessionAffinity === 'None') {
    const { sessionAffinityConfig: _none, ...rest } = spec;
    return absent(spec.sessionAffinityConfig) ? spec : rest;
  }
  const config = spec.sessionAffinityConfig as { readonly clientIP?: Part } | undefined;
  return spec.sessionAffinity === 'ClientIP' && absent(config?.clientIP?.timeoutSeconds)
    ? { ...spec, sessionAffinityConfig: { clientIP: { timeoutSeconds: THREE_HOURS } } }
    : spec;
};

const serviceSpec = (part: Part): Part => {
  const spec = affinity(fill(part, { sessionAffinity: 'None', type: 'ClusterIP' }));
  const type = String(spec.type);
  return fillAbsent(changePart(spec, 'ports', each(servicePort)), {
    ...(isExternal(spec) && !spec.externalTrafficPolicy ? { externalTrafficPolicy: 'Cluster' } : {}),
    ...(WITH_CLUSTER_IP.has(type) ? { internalTrafficPolicy: 'Cluster' } : {}),
    ...(type === 'LoadBalancer' ? { allocateLoadBalancerNodePorts: true } : {}),
  });
};

/** `stringData` is for writing only: it ends up in `data`, over what is there. */
const secret = (object: Part): Part => {
  const typed = fill(object, { type: 'Opaque' });
  const { stringData, ...rest } = typed as Part & { readonly stringData?: Readonly<Record<string, string>> };
  if (absent(stringData)) return typed;
  const encoded = Object.entries(stringData).map(([key, text]) => [key, encodeText(text)] as const);
  return { ...rest, data: { ...(rest.data as Part), ...Object.fromEntries(encoded) } };
};

/** A container's limits: the default limit is the highest one, the default request is the limit or the lowest one. */
const limitRangeItem = (item: Part): Part => {
  if (item.type !== 'Container') return item;
  const limits = fill((item.default ?? {}) as Part, (item.max ?? {}) as Part);
  const requests = fill(fill((item.defaultRequest ?? {}) as Part, limits), (item.min ?? {}) as Part);
  return {
    ...item,
    ...(Object.keys(limits).length > 0 ? { default: limits } : {}),
    ...(Object.keys(requests).length > 0 ? { defaultRequest: requests } : {}),
  };
};

const pending = (object: Part): Part => ({
  ...object,
  status: fill((object.status ?? {}) as Part, { phase: 'Pending' }),
});

const volumeMode = { volumeMode: 'Filesystem' };

/**
 * What Go code fills in of the core group's kinds.
 * @see k8s.io/kubernetes/pkg/apis/core/v1/defaults.go, and conversion.go for `stringData`
 */
export const coreDefaults: TypeDefaults = {
  'io.k8s.api.core.v1.ServiceSpec': serviceSpec,
  'io.k8s.api.core.v1.Secret': secret,
  'io.k8s.api.core.v1.LimitRangeItem': limitRangeItem,
  'io.k8s.api.core.v1.EndpointPort': (port) => fill(port, { protocol: 'TCP' }),
  'io.k8s.api.core.v1.PersistentVolume': pending,
  'io.k8s.api.core.v1.PersistentVolumeSpec': (spec) =>
    fillAbsent(fill(spec, { persistentVolumeReclaimPolicy: 'Retain' }), volumeMode),
  'io.k8s.api.core.v1.PersistentVolumeClaim': pending,
  'io.k8s.api.core.v1.PersistentVolumeClaimSpec': (spec) => fillAbsent(spec, volumeMode),
  'io.k8s.api.core.v1.HostPathVolumeSource': (source) => fillAbsent(source, { type: '' }),
};
