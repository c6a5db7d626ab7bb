import { absent, type Part } from '../../../fields/fill';
import { ipAddress, ipRange } from '../../../fields/validation/addresses';
import {
  asStruct,
  duplicate,
  forbidden,
  invalid,
  misformatted,
  named,
  required,
} from '../../../fields/validation/causes';
import { dnsLabel, dnsSubdomain, labelKey, portName, portNumber } from '../../../fields/validation/formats';
import type { FieldCause } from '../../../refusals';
import { clusterAddresses } from './clusterAddresses';
import { formed, labels, needs, needsOneOf, oneOf, type Rule, type TypeRules, under } from './rule';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const A_DAY = 86_400;
const NEARNESS = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];

const portsOf = (spec: Part): readonly Part[] => (spec.ports ?? []) as readonly Part[];

const isHeadless = (spec: Part): boolean =>
  spec.clusterIP === 'None' || ((spec.clusterIPs ?? []) as readonly string[])[0] === 'None';

/** A port by number or by name. */
const targetPort: Rule = (port, at) => {
  const target = port.targetPort as number | string;
  const field = under(at, 'targetPort');
  return typeof target === 'string'
    ? misformatted(field, target, portName(target))
    : misformatted(field, target, portNumber(target));
};

const portIn =
  (field: string): Rule =>
  (port, at) =>
    misformatted(under(at, field), port[field] ?? 0, portNumber((port[field] ?? 0) as number));

const PORT: readonly Rule[] = [
  portIn('port'),
  needsOneOf('protocol', PROTOCOLS),
  targetPort,
  formed('appProtocol', labelKey),
];

/** Ports are named where there are several, and no name or number is there twice. */
const servicePorts: Rule = (spec, at) => {
  const ports = portsOf(spec);
  const names = new Set<unknown>();
  const causes: FieldCause[] = [];
  ports.forEach((port, index) => {
    const where = `${at}.ports[${index}]`;
    if (ports.length > 1 && !port.name) causes.push(required(`${where}.name`));
    causes.push(...formed('name', dnsLabel)(port, where));
    if (port.name && names.has(port.name)) causes.push(duplicate(`${where}.name`, port.name));
    names.add(port.name);
    causes.push(...PORT.flatMap((rule) => rule(port, where)));
  });
  return causes;
};

const anyPorts: Rule = (spec, at) =>
  portsOf(spec).length === 0 && !isHeadless(spec) && spec.type !== 'ExternalName'
    ? [required(`${at}.ports`)]
    : [];

const byType: Rule = (spec, at) => {
  if (spec.type === 'ExternalName') {
    const name = String(spec.externalName ?? '').replace(/\.$/, '');
    return [
      ...((spec.clusterIPs as readonly unknown[] | undefined)?.length
        ? [forbidden(`${at}.clusterIPs`, 'may not be set for ExternalName services')]
        : []),
      ...((spec.ipFamilies as readonly unknown[] | undefined)?.length
        ? [forbidden(`${at}.ipFamilies`, 'may not be set for ExternalName services')]
        : []),
      ...(absent(spec.ipFamilyPolicy)
        ? []
        : [forbidden(`${at}.ipFamilyPolicy`, 'may not be set for ExternalName services')]),
      ...(name === ''
        ? [required(`${at}.externalName`)]
        : misformatted(`${at}.externalName`, name, dnsSubdomain(name))),
    ];
  }
  return isHeadless(spec) && (spec.type === 'LoadBalancer' || spec.type === 'NodePort')
    ? [invalid(`${at}.clusterIPs[0]`, 'None', `may not be set to 'None' for ${spec.type} services`)]
    : [];
};

const nodePorts: Rule = (spec, at) =>
  spec.type !== 'ClusterIP'
    ? []
    : portsOf(spec).flatMap(({ nodePort }, index) =>
        nodePort
          ? [forbidden(`${at}.ports[${index}].nodePort`, "may not be used when `type` is 'ClusterIP'")]
          : [],
      );

/** Ports that are there twice: on the nodes, and on the service itself. */
const twice: Rule = (spec, at) => {
  const repeated = (key: (port: Part) => unknown, say: (port: Part, where: string) => FieldCause) => {
    const seen = new Set<string>();
    return portsOf(spec).flatMap((port, index) => {
      const number = key(port);
      const known = `${port.protocol}/${number}`;
      if (!seen.has(known) || !number) {
        seen.add(known);
        return [];
      }
      return [say(port, `${at}.ports[${index}]`)];
    });
  };
  const printed = ({ protocol, port }: Part) =>
    asStruct({
      Name: '',
      Protocol: protocol,
      AppProtocol: null,
      Port: port,
      TargetPort: 0,
      NodePort: 0,
    });
  return [
    ...repeated(
      ({ nodePort }) => nodePort,
      ({ nodePort }, where) => duplicate(`${where}.nodePort`, nodePort),
    ),
    ...repeated(
      ({ port }) => port,
      (port, where) => duplicate(where, printed(port)),
    ),
  ];
};

const externalAddresses: Rule = (spec, at) =>
  ((spec.externalIPs ?? []) as readonly string[]).flatMap((ip, index) =>
    misformatted(`${at}.externalIPs[${index}]`, ip, ipAddress(ip)),
  );

/** Whom a load balancer lets in. The field is called as Go calls it. */
const sourceRanges: Rule = (spec, at) => {
  const ranges = (spec.loadBalancerSourceRanges ?? []) as readonly string[];
  if (ranges.length === 0) return [];
  const where = `${at}.LoadBalancerSourceRanges`;
  return [
    ...(spec.type === 'LoadBalancer'
      ? []
      : [forbidden(where, "may only be used when `type` is 'LoadBalancer'")]),
    ...ranges.flatMap((range, index) =>
      misformatted(`${where}[${index}]`, range.trim(), ipRange(range.trim())),
    ),
  ];
};

const isReachedFromOutside = ({ type, externalIPs }: Part): boolean =>
  type === 'LoadBalancer' ||
  type === 'NodePort' ||
  (type === 'ClusterIP' && ((externalIPs ?? []) as readonly unknown[]).length > 0);

const externalTraffic: Rule = (spec, at) => {
  const { type, externalTrafficPolicy: policy, healthCheckNodePort: port } = spec;
  const outside = isReachedFromOutside(spec);
  return [
    ...(outside || !policy
      ? oneOf('externalTrafficPolicy', ['Cluster', 'Local'])(spec, at)
      : [
          invalid(
            `${at}.externalTrafficPolicy`,
            named(String(policy)),
            'may only be set for externally-accessible services',
          ),
        ]),
    ...(port && !(type === 'LoadBalancer' && policy === 'Local')
      ? [
          invalid(
            `${at}.healthCheckNodePort`,
            port,
            "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
          ),
        ]
      : []),
  ];
};

const onlyForLoadBalancers: Rule = (spec, at) =>
  absent(spec.allocateLoadBalancerNodePorts) || spec.type === 'LoadBalancer'
    ? []
    : [forbidden(`${at}.allocateLoadBalancerNodePorts`, "may only be used when `type` is 'LoadBalancer'")];

const loadBalancerClass: Rule = (spec, at) =>
  absent(spec.loadBalancerClass) || spec.type === 'LoadBalancer'
    ? formed('loadBalancerClass', labelKey)(spec, at)
    : [forbidden(`${at}.loadBalancerClass`, "may only be used when `type` is 'LoadBalancer'")];

/** How long a client stays with a pod. */
const affinityTimeout: Rule = (spec, at) => {
  if (spec.sessionAffinity !== 'ClientIP') return [];
  const { clientIP } = (spec.sessionAffinityConfig ?? {}) as { readonly clientIP?: Part };
  const seconds = (clientIP?.timeoutSeconds ?? 0) as number;
  return seconds > 0 && seconds <= A_DAY
    ? []
    : [
        invalid(
          `${at}.sessionAffinityConfig.clientIP.timeoutSeconds`,
          seconds,
          `must be greater than 0 and less than ${A_DAY}`,
        ),
      ];
};

const subset: Rule = (part, at) =>
  ['addresses', 'notReadyAddresses'].some((field) => ((part[field] ?? []) as readonly unknown[]).length > 0)
    ? []
    : [required(at, 'must specify `addresses` or `notReadyAddresses`')];

const SERVICE: readonly Rule[] = [
  anyPorts,
  byType,
  servicePorts,
  labels('selector'),
  needsOneOf('sessionAffinity', ['ClientIP', 'None']),
  affinityTimeout,
  externalAddresses,
  needsOneOf('type', TYPES),
  nodePorts,
  twice,
  sourceRanges,
  onlyForLoadBalancers,
  loadBalancerClass,
  externalTraffic,
  oneOf('internalTrafficPolicy', ['Cluster', 'Local']),
  oneOf('trafficDistribution', NEARNESS),
];

/**
 * Rules that are looked at if nothing is wrong with the cluster's own addresses: they are given out before.
 * @see k8s.io/kubernetes/pkg/registry/core/service/storage/alloc.go initIPFamilyFields
 */
const afterAddresses =
  (rules: readonly Rule[]): Rule =>
  (spec, at) => {
    const wrong = clusterAddresses(spec, at);
    return wrong.length > 0 ? wrong : rules.flatMap((rule) => rule(spec, at));
  };

/**
 * The rules of services and of what stands behind them. Nobody gives out the cluster's own addresses.
 * @see k8s.io/kubernetes/pkg/apis/core/validation and discovery/validation
 */
export const serviceRules: TypeRules = {
  'io.k8s.api.core.v1.ServiceSpec': [afterAddresses(SERVICE)],
  'io.k8s.api.core.v1.EndpointSubset': [subset],
  'io.k8s.api.core.v1.EndpointAddress': [formed('ip', ipAddress), formed('hostname', dnsLabel)],
  'io.k8s.api.core.v1.EndpointPort': [
    formed('name', dnsLabel),
    portIn('port'),
    needsOneOf('protocol', PROTOCOLS),
  ],
  'io.k8s.api.discovery.v1.EndpointSlice': [needsOneOf('addressType', ['FQDN', 'IPv4', 'IPv6'])],
  'io.k8s.api.discovery.v1.Endpoint': [
    needs('addresses', 'must contain at least 1 address'),
    formed('nodeName', dnsSubdomain),
    formed('hostname', dnsLabel),
  ],
  'io.k8s.api.discovery.v1.EndpointPort': [formed('name', dnsLabel), needsOneOf('protocol', PROTOCOLS)],
};
