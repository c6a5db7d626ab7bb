import { absent, changePart, fill, fillAbsent, type Part } from '../../../fields/fill';
import type { TypeDefaults } from '../../../wire/schema/defaults';

const WEBHOOK = {
  failurePolicy: 'Fail',
  matchPolicy: 'Equivalent',
  namespaceSelector: {},
  objectSelector: {},
  timeoutSeconds: 10,
};
const HTTPS = { port: 443 };
const CPU_AT_80_PERCENT = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
};
const SCALE_UP = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};
const SCALE_DOWN = { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] };

const isEmpty = (list: unknown): boolean => absent(list) || (list as readonly unknown[]).length === 0;

/** Zero counts as left out: these are plain numbers in the API's types. */
const fillZeros = (part: Part, defaults: Part): Part => {
  const asked = Object.entries(defaults).filter(([field]) => !part[field]);
  return asked.length === 0 ? part : { ...part, ...Object.fromEntries(asked) };
};

const autoscaler = (part: Part): Part => {
  const spec = fillAbsent(part, { minReplicas: 1 });
  const measured = isEmpty(spec.metrics) ? { ...spec, metrics: [CPU_AT_80_PERCENT] } : spec;
  return changePart(measured, 'behavior', (behavior: Part) => ({
    ...behavior,
    scaleUp: fillAbsent((behavior.scaleUp ?? {}) as Part, SCALE_UP),
    scaleDown: fillAbsent((behavior.scaleDown ?? {}) as Part, SCALE_DOWN),
  }));
};

const METRICS_OF_NEWER_VERSIONS = 'autoscaling.alpha.kubernetes.io/metrics';

/** The first version knows one metric; the others stand in an annotation. */
const oldAutoscaler = (object: Part): Part => {
  const { annotations } = (object.metadata ?? {}) as { readonly annotations?: Part };
  return changePart(object, 'spec', (spec: Part) =>
    fillAbsent(spec, {
      minReplicas: 1,
      ...(absent(annotations?.[METRICS_OF_NEWER_VERSIONS]) ? { targetCPUUtilizationPercentage: 80 } : {}),
    }),
  );
};

const networkPolicy = (spec: Part): Part =>
  isEmpty(spec.policyTypes)
    ? { ...spec, policyTypes: isEmpty(spec.egress) ? ['Ingress'] : ['Ingress', 'Egress'] }
    : spec;

const deviceRequest = (part: Part): Part => {
  const request = fill(part, { allocationMode: 'ExactCount' });
  return request.allocationMode === 'ExactCount' ? fillZeros(request, { count: 1 }) : request;
};

/**
 * What Go code fills in of the kinds of all other groups.
 * @see k8s.io/kubernetes/pkg/apis, in each group's v1/defaults.go
 */
export const otherDefaults: TypeDefaults = {
  'io.k8s.api.admissionregistration.v1.ValidatingWebhook': (hook) => fillAbsent(hook, WEBHOOK),
  'io.k8s.api.admissionregistration.v1.MutatingWebhook': (hook) =>
    fillAbsent(hook, { ...WEBHOOK, reinvocationPolicy: 'Never' }),
  'io.k8s.api.admissionregistration.v1.RuleWithOperations': (rule) => fillAbsent(rule, { scope: '*' }),
  'io.k8s.api.admissionregistration.v1.NamedRuleWithOperations': (rule) => fillAbsent(rule, { scope: '*' }),
  'io.k8s.api.admissionregistration.v1.ServiceReference': (service) => fillAbsent(service, HTTPS),
  'io.k8s.api.admissionregistration.v1.MatchResources': (resources) =>
    fillAbsent(resources, { matchPolicy: 'Equivalent', namespaceSelector: {}, objectSelector: {} }),
  'io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec': (spec) =>
    fillAbsent(spec, { failurePolicy: 'Fail' }),
  'io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicySpec': (spec) =>
    fillAbsent(spec, { failurePolicy: 'Fail' }),
  'io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler': oldAutoscaler,
  'io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec': autoscaler,
  'io.k8s.api.discovery.v1.EndpointPort': (port) => fillAbsent(port, { name: '', protocol: 'TCP' }),
  'io.k8s.api.flowcontrol.v1.FlowSchemaSpec': (spec) => fillZeros(spec, { matchingPrecedence: 1000 }),
  'io.k8s.api.flowcontrol.v1.ExemptPriorityLevelConfiguration': (level) =>
    fillAbsent(level, { nominalConcurrencyShares: 0, lendablePercent: 0 }),
  'io.k8s.api.flowcontrol.v1.LimitedPriorityLevelConfiguration': (level) =>
    fillAbsent(level, { nominalConcurrencyShares: 30, lendablePercent: 0 }),
  'io.k8s.api.flowcontrol.v1.QueuingConfiguration': (queuing) =>
    fillZeros(queuing, { handSize: 8, queues: 64, queueLengthLimit: 50 }),
  'io.k8s.api.networking.v1.NetworkPolicySpec': networkPolicy,
  'io.k8s.api.networking.v1.NetworkPolicyPort': (port) => fillAbsent(port, { protocol: 'TCP' }),
  'io.k8s.api.networking.v1.IngressClassSpec': (spec) =>
    changePart(spec, 'parameters', (parameters: Part) => fillAbsent(parameters, { scope: 'Cluster' })),
  'io.k8s.api.resource.v1.ExactDeviceRequest': deviceRequest,
  'io.k8s.api.resource.v1.DeviceSubRequest': deviceRequest,
  'io.k8s.api.storage.v1.StorageClass': (storage) =>
    fillAbsent(storage, { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' }),
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference': (service) =>
    fillAbsent(service, HTTPS),
};
