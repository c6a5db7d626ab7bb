import { writeJson } from '../../fields/exactJson';
import type { Part } from '../../fields/fill';
import type { KubeObject, StringMap } from '../../object';
import type { Conversion } from '../conversion';
import { inNewerForm, inOlderForm, OF_SPEC, OF_STATUS } from './metrics';

const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';
const CURRENT = 'autoscaling.alpha.kubernetes.io/current-metrics';
const CONDITIONS = 'autoscaling.alpha.kubernetes.io/conditions';
const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior';
const USUAL_UTILIZATION = 80;

const part = (value: unknown): Part => (value ?? {}) as Part;
const list = (value: unknown): readonly Part[] => (Array.isArray(value) ? (value as readonly Part[]) : []);
const filledIn = (fields: Part): Part =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Keys as the API server's own types have them, which it writes into one of the annotations. */
const respelt = (value: unknown, spell: (key: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((item) => respelt(item, spell));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [spell(key), respelt(field, spell)]));
};
const capital = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1);
const small = (key: string): string => key.charAt(0).toLowerCase() + key.slice(1);

/** What an annotation says; undefined if it is no JSON. */
const read = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

const utilizationOf = ({ type, resource }: Part, value: string): number | undefined => {
  const { name, [value]: amount } = part(resource);
  const { averageUtilization } = part(amount);
  return type === 'Resource' && name === 'cpu' && typeof averageUtilization === 'number'
    ? averageUtilization
    : undefined;
};

const isOfProcessor = (metric: Part): boolean => utilizationOf(metric, 'target') !== undefined;

const ofProcessor = (value: string, averageUtilization: unknown): Part => ({
  type: 'Resource',
  resource: {
    name: 'cpu',
    [value]: { ...(value === 'target' ? { type: 'Utilization' } : {}), averageUtilization },
  },
});

const withoutOwn = (annotations: StringMap = {}): StringMap =>
  Object.fromEntries(
    Object.entries(annotations).filter(([key]) => ![METRICS, CURRENT, CONDITIONS, BEHAVIOR].includes(key)),
  );

const withAnnotations = ({ metadata }: KubeObject, annotations: StringMap): KubeObject['metadata'] => {
  const { annotations: _before, ...rest } = metadata;
  return Object.keys(annotations).length > 0 ? { ...rest, annotations } : rest;
};

const fromStored = (object: KubeObject): KubeObject => {
  const { spec, status } = object as KubeObject & { readonly spec?: Part; readonly status?: Part };
  const { metrics, behavior, ...restOfSpec } = part(spec);
  const { currentMetrics, conditions, ...restOfStatus } = part(status);
  const others = list(metrics).filter((metric) => !isOfProcessor(metric));
  const current = list(currentMetrics);
  const [target] = list(metrics).flatMap((metric) => utilizationOf(metric, 'target') ?? []);
  const [used] = current.flatMap((metric) => utilizationOf(metric, 'current') ?? []);
  const text = (value: unknown): string => writeJson(value);
  const annotations = {
    ...withoutOwn(object.metadata.annotations),
    ...(others.length > 0 ? { [METRICS]: text(others.map((each) => inOlderForm(each, OF_SPEC))) } : {}),
    ...(current.length > 0 ? { [CURRENT]: text(current.map((each) => inOlderForm(each, OF_STATUS))) } : {}),
    ...(behavior ? { [BEHAVIOR]: text(respelt(behavior, capital)) } : {}),
    ...(list(conditions).length > 0 ? { [CONDITIONS]: text(conditions) } : {}),
  };
  return {
    ...object,
    apiVersion: 'autoscaling/v1',
    metadata: withAnnotations(object, annotations),
    spec: filledIn({ ...restOfSpec, targetCPUUtilizationPercentage: target }),
    status: {
      currentReplicas: 0,
      desiredReplicas: 0,
      ...filledIn({ ...restOfStatus, currentCPUUtilizationPercentage: used }),
    },
  } as KubeObject;
};

const toStored = (object: KubeObject): KubeObject => {
  const { spec, status } = object as KubeObject & { readonly spec?: Part; readonly status?: Part };
  const { targetCPUUtilizationPercentage: target, ...restOfSpec } = part(spec);
  const { currentCPUUtilizationPercentage: used, ...restOfStatus } = part(status);
  const annotations = object.metadata?.annotations ?? {};
  const metrics = [
    ...list(read(annotations[METRICS])).map((each) => inNewerForm(each, OF_SPEC)),
    ...(target === undefined ? [] : [ofProcessor('target', target)]),
  ];
  const told = read(annotations[CURRENT]);
  const known = told ? list(told).map((each) => inNewerForm(each, OF_STATUS)) : undefined;
  const current = known ?? (used === undefined ? undefined : [ofProcessor('current', used)]);
  return {
    ...object,
    apiVersion: 'autoscaling/v2',
    metadata: withAnnotations(object, withoutOwn(annotations)),
    spec: filledIn({
      ...restOfSpec,
      metrics: metrics.length > 0 ? metrics : [ofProcessor('target', USUAL_UTILIZATION)],
      behavior: respelt(read(annotations[BEHAVIOR]), small),
    }),
    status: filledIn({ ...restOfStatus, currentMetrics: current, conditions: read(annotations[CONDITIONS]) }),
  } as KubeObject;
};

/**
 * Autoscalers are stored in the newer version. What the older one has no fields for, it says in annotations.
 * @see k8s.io/kubernetes/pkg/apis/autoscaling/v1 Convert_autoscaling_HorizontalPodAutoscaler_To_v1_HorizontalPodAutoscaler
 */
export const autoscalerConversion: Conversion = {
  storedAs: { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' },
  toStored,
  fromStored,
};
