import { byteLength } from '../../../fields/bytes';
import { ipAddress } from '../../../fields/validation/addresses';
import {
  forbidden,
  invalid,
  misformatted,
  notSupported,
  required,
  tooLong,
} from '../../../fields/validation/causes';
import { dnsLabel, dnsSearchDomain, dnsSubdomain } from '../../../fields/validation/formats';
import type { FieldCause } from '../../../refusals';
import type { PodSpec } from '../pod';

const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;
const MOST_SEARCH_CHARACTERS = 2048;
const MOST_HOSTNAME = 64;

/** On the host's network a port of the host is the container's port. Pods must say so, templates may leave it out. */
export const validateHostNetwork = (spec: PodSpec, isPod: boolean, field: string): FieldCause[] => {
  if (!spec.hostNetwork) return [];
  return (spec.containers ?? []).flatMap(({ ports = [] }, index) =>
    ports.flatMap(({ hostPort = 0, containerPort = 0 }, position) =>
      (isPod || hostPort !== 0) && hostPort !== containerPort
        ? [
            invalid(
              `${field}.containers[${index}].ports[${position}].hostPort`,
              hostPort,
              'must match `containerPort` when `hostNetwork` is true',
            ),
          ]
        : [],
    ),
  );
};

export const validateDnsPolicy = (policy: string | undefined, field: string): FieldCause[] => {
  if (!policy) return [required(field)];
  return DNS_POLICIES.includes(policy) ? [] : [notSupported(field, policy, DNS_POLICIES)];
};

/** DNS settings. The policy `None` needs at least one name server. */
export const validateDnsConfig = ({ dnsConfig, dnsPolicy }: PodSpec, field: string): FieldCause[] => {
  const servers = dnsConfig?.nameservers ?? [];
  const searches = dnsConfig?.searches ?? [];
  if (dnsPolicy === 'None') {
    if (!dnsConfig) return [required(field, 'must provide `dnsConfig` when `dnsPolicy` is None')];
    if (servers.length === 0) {
      return [
        required(`${field}.nameservers`, 'must provide at least one DNS nameserver when `dnsPolicy` is None'),
      ];
    }
  }
  const causes: FieldCause[] = [];
  if (servers.length > MOST_NAMESERVERS) {
    causes.push(
      invalid(`${field}.nameservers`, servers, `must not have more than ${MOST_NAMESERVERS} nameservers`),
    );
  }
  servers.forEach((server, index) => {
    causes.push(...misformatted(`${field}.nameservers[${index}]`, server, ipAddress(server)));
  });
  if (searches.length > MOST_SEARCHES) {
    causes.push(
      invalid(`${field}.searches`, searches, `must not have more than ${MOST_SEARCHES} search paths`),
    );
  }
  if (searches.join(' ').length > MOST_SEARCH_CHARACTERS) {
    causes.push(
      invalid(
        `${field}.searches`,
        searches,
        `must not have more than ${MOST_SEARCH_CHARACTERS} characters (including spaces) in the search list`,
      ),
    );
  }
  searches.forEach((search, index) => {
    if (search === '.') return;
    const domain = search.endsWith('.') ? search.slice(0, -1) : search;
    causes.push(...misformatted(`${field}.searches[${index}]`, domain, dnsSearchDomain(domain)));
  });
  dnsConfig?.options?.forEach(({ name }, index) => {
    if (!name) causes.push(required(`${field}.options[${index}]`, 'must not be empty'));
  });
  return causes;
};

/** The names a pod goes by. */
export const validateHostnames = ({ hostname, subdomain }: PodSpec, field: string): FieldCause[] => [
  ...(hostname ? misformatted(`${field}.hostname`, hostname, dnsLabel(hostname)) : []),
  ...(subdomain ? misformatted(`${field}.subdomain`, subdomain, dnsLabel(subdomain)) : []),
];

/**
 * A host name that has nothing to do with the pod's.
 * @see pkg/apis/core/validation/validation.go validatePodHostName
 */
export const validateHostnameOverride = (spec: PodSpec, field: string): FieldCause[] => {
  const { hostnameOverride: override } = spec;
  if (override === undefined) return [];
  const not = (other: string) => forbidden(field, `may not be specified when ${other} is true`);
  return [
    ...(spec.setHostnameAsFQDN ? [not('setHostnameAsFQDN')] : []),
    ...(spec.hostNetwork ? [not('hostNetwork')] : []),
    ...(byteLength(override) > MOST_HOSTNAME ? [tooLong(field, MOST_HOSTNAME)] : []),
    ...misformatted(field, override, dnsSubdomain(override)),
  ];
};

/** Lines for the containers' hosts file. */
export const validateHostAliases = (aliases: PodSpec['hostAliases'], field: string): FieldCause[] =>
  (aliases ?? []).flatMap(({ ip = '', hostnames = [] }, index) => [
    ...misformatted(`${field}[${index}].ip`, ip, ipAddress(ip)),
    ...hostnames.flatMap((name, position) =>
      misformatted(`${field}[${index}].hostnames[${position}]`, name, dnsSubdomain(name)),
    ),
  ]);
