import { forbidden } from '../../../../kubernetes/fields/validation/causes';
import type { PodSecurityContext } from '../../../../kubernetes/kinds/pod/pod';
import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { FieldCause } from '../../../../kubernetes/refusals';

/** What a pod may set for itself without doing harm to others: of a kernel that is new enough for all of them. */
const SAFE: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
]);

const matches = (patterns: readonly string[] | null | undefined, name: string): boolean =>
  (patterns ?? []).some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );

/** @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sysctl mustMatchPatterns.Validate */
export const checkSysctls = (
  { forbiddenSysctls, allowedUnsafeSysctls }: SecurityContextConstraints,
  { sysctls = [] }: PodSecurityContext,
): FieldCause[] =>
  sysctls.flatMap(({ name }, index) => {
    const field = `spec.securityContext.sysctls[${index}]`;
    if (matches(forbiddenSysctls, name)) return [forbidden(field, `sysctl "${name}" is not allowed`)];
    if (SAFE.has(name) || matches(allowedUnsafeSysctls, name)) return [];
    return [forbidden(field, `unsafe sysctl "${name}" is not allowed`)];
  });
