import { addressWarnings } from '../../../fields/validation/addressWarnings';
import { dnsLabel } from '../../../fields/validation/formats';
import { fractionWarnings } from '../../../fields/validation/fractions';
import type { StringMap } from '../../../object';
import type { Pod, PodSpec } from '../pod';
import { placed, warningsOfContainers } from './containers';
import { warningsOfOverlaps } from './overlaps';
import { warningsOfNodeLabels, warningsOfPodTerms } from './placement';
import { warningsOfPorts } from './ports';
import { warningsOfVolumes } from './volumes';

/** Annotations that do nothing any more. */
const DEPRECATED: readonly (readonly [annotation: string, why: string])[] = [
  [
    'scheduler.alpha.kubernetes.io/critical-pod',
    'non-functional in v1.16+; use the "priorityClassName" field instead',
  ],
  ['security.alpha.kubernetes.io/sysctls', 'non-functional in v1.11+; use the "sysctls" field instead'],
  [
    'security.alpha.kubernetes.io/unsafe-sysctls',
    'non-functional in v1.11+; use the "sysctls" field instead',
  ],
];
const SECCOMP = 'seccomp.security.alpha.kubernetes.io/pod';

/** Items whose value has come before. */
const repeated = (values: readonly string[], say: (index: number, value: string) => string): string[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [say(index, value)] : []));

const pullSecrets = ({ imagePullSecrets = [] }: PodSpec, at: string): string[] => {
  const names = imagePullSecrets.map(({ name = '' }) => name);
  const path = (index: number): string => `${at}.imagePullSecrets[${index}].name`;
  return [
    ...repeated(names, (index, name) => `${path(index)}: duplicate name "${name}"`),
    ...names.flatMap((name, index) => (name === '' ? [`${path(index)}: invalid empty name ""`] : [])),
  ];
};

const addresses = ({ dnsConfig, hostAliases = [] }: PodSpec, at: string): string[] => [
  ...(dnsConfig?.nameservers ?? []).flatMap((server, index) =>
    addressWarnings(server, `${at}.dnsConfig.nameservers[${index}]`),
  ),
  ...hostAliases.flatMap(({ ip }, index) => addressWarnings(ip, `${at}.hostAliases[${index}].ip`)),
];

const warningsOf = (spec: PodSpec, annotations: StringMap, prefix: string): string[] => {
  const at = `${prefix}spec`;
  const annotated = `${prefix}metadata.annotations`;
  const { volumes = [], hostAliases = [], overhead, securityContext } = spec;
  const ips = hostAliases.map(({ ip = '' }) => ip);
  const isOutdated = !securityContext?.seccompProfile && annotations[SECCOMP] !== undefined;
  return [
    ...warningsOfNodeLabels(spec, at),
    ...DEPRECATED.flatMap(([key, why]) =>
      annotations[key] === undefined ? [] : [`${annotated}[${key}]: ${why}`],
    ),
    ...warningsOfVolumes(volumes, `${at}.volumes`),
    ...warningsOfOverlaps(volumes),
    ...repeated(ips, (index, ip) => `${at}.hostAliases[${index}].ip: duplicate ip "${ip}"`),
    ...pullSecrets(spec, at),
    ...['memory', 'ephemeral-storage'].flatMap((name) =>
      fractionWarnings(overhead?.[name], `${at}.overhead[${name}]`),
    ),
    ...(isOutdated
      ? [`${annotated}[${SECCOMP}]: non-functional in v1.27+; use the "seccompProfile" field instead`]
      : []),
    ...warningsOfContainers(spec, annotations, prefix),
    ...warningsOfPorts(placed(spec, `${at}.`)),
    ...((spec.terminationGracePeriodSeconds ?? 0) < 0
      ? [
          `${at}.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1`,
        ]
      : []),
    ...warningsOfPodTerms(spec, at),
    ...addresses(spec, at),
  ];
};

/** A pod template, read loosely. */
interface Template {
  readonly metadata?: { readonly annotations?: StringMap };
  readonly spec?: PodSpec;
}

/**
 * What is to be said of a pod template that is in order, and outdated or odd.
 * @param at the path of the template
 * @see pkg/api/pod/warnings.go GetWarningsForPodTemplate
 */
export const warningsOfTemplate = ({ metadata, spec }: Template, at: string): string[] =>
  spec ? warningsOf(spec, metadata?.annotations ?? {}, `${at}.`) : [];

/** What is said of a name that is to be part of host names, and cannot. @param where what the name is used in */
export const warningsOfName = (name: string, where: string): string[] => {
  const problems = dnsLabel(name);
  return problems.length === 0
    ? []
    : [
        `metadata.name: this is used in ${where}, which can result in surprising behavior; a DNS label is recommended: [${problems.join(' ')}]`,
      ];
};

/**
 * What is to be said of a new pod; of one that changes, nothing.
 * @see pkg/registry/core/pod/strategy.go WarningsOnCreate
 */
export const warningsOfPod = ({ metadata, spec }: Pod): string[] => [
  ...warningsOfName(metadata.name, "the Pod's hostname"),
  ...warningsOf(spec, metadata.annotations ?? {}, ''),
];
