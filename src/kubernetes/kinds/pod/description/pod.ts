import { age, longDate } from '../../../print/ages';
import { defineDescription } from '../../../print/describe/description';
import { describeEvents } from '../../../print/describe/events';
import { annotations, controlledBy, labels, tolerations } from '../../../print/describe/metadata';
import { field, indent, type Lines, optional, toText } from '../../../print/describe/text';
import type { Pod } from '../pod';
import { isTerminal } from '../state';
import { describeContainers, describeResources } from './containers';
import { describeSeccomp } from './seccomp';
import { describeSpread } from './spread';
import { describeVolumes } from './volumes';

const status = (pod: Pod, now: number): Lines => {
  const { deletionTimestamp, deletionGracePeriodSeconds } = pod.metadata;
  if (deletionTimestamp === undefined || isTerminal(pod)) return [field('Status', pod.status.phase ?? '')];
  return [
    field('Status', `Terminating (lasts ${age(deletionTimestamp, now)})`),
    field('Termination Grace Period', `${deletionGracePeriodSeconds ?? 0}s`),
  ];
};

const addresses = (pod: Pod): Lines => {
  const ips = pod.status.podIPs ?? [];
  return [
    field('IP', pod.status.podIP ?? ''),
    ...(ips.length === 0 ? [field('IPs', '<none>')] : ['IPs:', ...ips.map(({ ip }) => `  IP:\t${ip}`)]),
  ];
};

const conditions = (pod: Pod): Lines => {
  const all = pod.status.conditions ?? [];
  return all.length === 0
    ? []
    : ['Conditions:', '  Type\tStatus', ...all.map((each) => `  ${each.type} \t${each.status} `)];
};

const readinessGates = ({ spec, status }: Pod): Lines => {
  const gates = spec.readinessGates ?? [];
  const stateOf = (type: string) => status.conditions?.find((each) => each.type === type)?.status ?? '<none>';
  return gates.length === 0
    ? []
    : [
        'Readiness Gates:',
        '  Type\tStatus',
        ...gates.map(({ conditionType }) => `  ${conditionType} \t${stateOf(conditionType)} `),
      ];
};

/** Values of the metadata fields that containers may refer to; other fields are not looked up. */
const metadataOf =
  ({ metadata }: Pod) =>
  (fieldPath: string): string => {
    const [, field, key] = /^metadata\.(\w+)(?:\['(.*)'\])?$/.exec(fieldPath) ?? [];
    if (key === undefined) {
      const value = metadata[field as keyof typeof metadata];
      return typeof value === 'string' ? value : '';
    }
    return (field === 'labels' || field === 'annotations' ? metadata[field]?.[key] : undefined) ?? '';
  };

/** @see k8s.io/kubectl/pkg/describe describePod */
export const podDescription = defineDescription({
  eventsBy: 'uid',
  text(pod: Pod, _found, { events, now }) {
    const { spec } = pod;
    return toText([
      field('Name', pod.metadata.name),
      field('Namespace', pod.metadata.namespace ?? ''),
      ...optional('Priority', spec.priority),
      ...optional('Priority Class Name', spec.priorityClassName),
      ...optional('Runtime Class Name', spec.runtimeClassName),
      ...optional('Service Account', spec.serviceAccountName),
      field('Node', spec.nodeName ? `${spec.nodeName}/${pod.status.hostIP ?? ''}` : '<none>'),
      ...(pod.status.startTime ? [field('Start Time', longDate(pod.status.startTime))] : []),
      ...labels('Labels', pod.metadata.labels),
      ...annotations('Annotations', pod.metadata.annotations),
      ...status(pod, now),
      ...optional('Reason', pod.status.reason),
      ...optional('Message', pod.status.message),
      ...describeSeccomp(spec.securityContext?.seccompProfile),
      ...addresses(pod),
      ...controlledBy(pod),
      ...optional('NominatedNodeName', pod.status.nominatedNodeName),
      ...(spec.resources === undefined ? [] : ['Resources:', indent(2, describeResources(spec.resources))]),
      ...(spec.initContainers?.length
        ? describeContainers('Init Containers', spec.initContainers, {
            statuses: pod.status.initContainerStatuses,
            resolve: metadataOf(pod),
          })
        : []),
      ...describeContainers('Containers', spec.containers, {
        statuses: pod.status.containerStatuses,
        resolve: metadataOf(pod),
      }),
      ...readinessGates(pod),
      ...conditions(pod),
      ...describeVolumes('Volumes', spec.volumes),
      field('QoS Class', pod.status.qosClass ?? ''),
      ...labels('Node-Selectors', spec.nodeSelector),
      ...tolerations('Tolerations', spec.tolerations),
      ...describeSpread('Topology Spread Constraints', spec.topologySpreadConstraints),
      ...describeEvents(events, now),
    ]);
  },
});
