import { absent, type Part } from '../../../fields/fill';
import { toMilli } from '../../../fields/quantity';
import { forbidden, invalid, named, notSupported, required } from '../../../fields/validation/causes';
import { pathSegment } from '../../../fields/validation/formats';
import { formed, needs, noneBelowZero, oneOf, type Rule, type TypeRules, under } from './rule';

/** Where each type of metric stands. */
const METRICS: Readonly<Record<string, string>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};

const replicas: Rule = (spec, at) => {
  const { minReplicas: least, maxReplicas: most = 0 } = spec as {
    readonly minReplicas?: number;
    readonly maxReplicas?: number;
  };
  const field = under(at, 'maxReplicas');
  return [
    ...(!absent(least) && least < 1
      ? [invalid(under(at, 'minReplicas'), least, 'must be greater than or equal to 1')]
      : []),
    ...(most === 0 ? [required(field, 'must be set and greater than 0')] : []),
    ...(most < 0 ? [invalid(field, most, 'must be greater than or equal to 1')] : []),
    ...(!absent(least) && most < least
      ? [invalid(field, most, 'must be greater than or equal to `minReplicas`')]
      : []),
  ];
};

const metric: Rule = (spec, at) => {
  const type = String(spec.type ?? '');
  const field = METRICS[type];
  const unknown = notSupported(under(at, 'type'), type, Object.keys(METRICS));
  if (type === '')
    return [required(under(at, 'type'), 'must specify a metric source type'), unknown, unknown];
  if (field === undefined) return [unknown, unknown];
  return [
    ...(absent(spec[field])
      ? [required(under(at, field), 'must populate information for the given metric source')]
      : []),
    ...Object.values(METRICS).flatMap((other) =>
      other === field || absent(spec[other])
        ? []
        : [forbidden(under(at, other), 'must populate the given metric source only')],
    ),
  ];
};

const RESOURCE = 'must set either a target raw value or a target utilization';

const TARGETS = ['Utilization', 'Value', 'AverageValue'];

/** What is aimed at: of a kind that there is, and more than nothing. */
const metricTarget: Rule = (part, at) => {
  const type = String(part.type ?? '');
  const utilization = part.averageUtilization as number | undefined;
  return [
    ...(TARGETS.includes(type)
      ? []
      : [invalid(under(at, 'type'), named(type), 'must be either Utilization, Value, or AverageValue')]),
    ...['value', 'averageValue'].flatMap((field) =>
      absent(part[field]) || toMilli(String(part[field])) > 0
        ? []
        : [invalid(under(at, field), String(part[field]), 'must be positive')],
    ),
    ...(absent(utilization) || utilization > 0
      ? []
      : [invalid(under(at, 'averageUtilization'), utilization, 'must be greater than 0')]),
  ];
};

/** What is scaled belongs to an API group: nothing of the core group has pods to count. */
const ofSomeGroup: Rule = (reference, at) => {
  const version = String(reference.apiVersion ?? '');
  const field = under(at, 'apiVersion');
  const slashes = version.split('/').length - 1;
  if (slashes > 1) return [invalid(field, version, `unexpected GroupVersion string: ${version}`)];
  return slashes === 1 && !version.startsWith('/')
    ? []
    : [invalid(field, version, 'apiVersion must specify API group')];
};

const LONGEST_PERIOD = 1800;

const scalingPolicy: Rule = (policy, at) => {
  const {
    type = '',
    value = 0,
    periodSeconds: seconds = 0,
  } = policy as {
    readonly type?: string;
    readonly value?: number;
    readonly periodSeconds?: number;
  };
  const period = under(at, 'periodSeconds');
  return [
    ...(type === 'Pods' || type === 'Percent'
      ? []
      : [notSupported(under(at, 'type'), type, ['Percent', 'Pods'])]),
    ...(value > 0 ? [] : [invalid(under(at, 'value'), value, 'must be greater than zero')]),
    ...(seconds > 0 ? [] : [invalid(period, seconds, 'must be greater than zero')]),
    ...(seconds > LONGEST_PERIOD
      ? [invalid(period, seconds, `must be less than or equal to ${LONGEST_PERIOD}`)]
      : []),
  ];
};

/** A target of one of these kinds must be there. */
const target =
  (fields: readonly string[], missing: string, detail: string): Rule =>
  (source, at) => {
    const given = (source.target ?? {}) as Part;
    return fields.every((field) => absent(given[field])) ? [required(`${at}.target.${missing}`, detail)] : [];
  };

const group = (type: string): string => `io.k8s.api.autoscaling.v2.${type}`;

/**
 * The rules of autoscalers.
 * @see k8s.io/kubernetes/pkg/apis/autoscaling/validation
 */
export const autoscalingRules: TypeRules = {
  'io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerSpec': [replicas],
  'io.k8s.api.autoscaling.v1.CrossVersionObjectReference': [
    needs('kind'),
    formed('kind', pathSegment),
    needs('name'),
    formed('name', pathSegment),
    ofSomeGroup,
  ],
  [group('HorizontalPodAutoscalerSpec')]: [replicas],
  [group('CrossVersionObjectReference')]: [
    needs('kind'),
    formed('kind', pathSegment),
    needs('name'),
    formed('name', pathSegment),
    ofSomeGroup,
  ],
  [group('MetricSpec')]: [metric],
  [group('MetricIdentifier')]: [needs('name', 'must specify a metric name'), formed('name', pathSegment)],
  [group('MetricTarget')]: [needs('type', 'must specify a metric target type'), metricTarget],
  [group('ResourceMetricSource')]: [
    needs('name', 'must specify a resource name'),
    target(['averageUtilization', 'averageValue'], 'averageUtilization', RESOURCE),
  ],
  [group('ContainerResourceMetricSource')]: [
    needs('name', 'must specify a resource name'),
    needs('container', 'must specify a container'),
    target(['averageUtilization', 'averageValue'], 'averageUtilization', RESOURCE),
  ],
  [group('PodsMetricSource')]: [
    target(['averageValue'], 'averageValue', 'must specify a positive target averageValue'),
  ],
  [group('ObjectMetricSource')]: [
    target(['value', 'averageValue'], 'averageValue', 'must set either a target value or averageValue'),
  ],
  [group('ExternalMetricSource')]: [
    target(
      ['value', 'averageValue'],
      'averageValue',
      'must set either a target value for metric or a per-pod target',
    ),
  ],
  [group('HPAScalingRules')]: [
    noneBelowZero('stabilizationWindowSeconds'),
    oneOf('selectPolicy', ['Disabled', 'Max', 'Min']),
    needs('policies', 'must specify at least one Policy'),
  ],
  [group('HPAScalingPolicy')]: [scalingPolicy],
};
