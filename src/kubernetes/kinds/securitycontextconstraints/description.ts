import { defineDescription } from '../../print/describe/description';
import { toTabbedText } from '../../print/describe/text';
import type { GroupStrategy, SecurityContextConstraints } from './constraints';

const orNone = (text: string | number | boolean | null | undefined): string => {
  const shown = String(text ?? '');
  return shown === '' ? '<none>' : shown;
};

const listed = (words: readonly string[] | null | undefined): string => orNone((words ?? []).join(','));

const rangesOf = (strategy: GroupStrategy | null | undefined): string =>
  listed((strategy?.ranges ?? []).map(({ min = 0, max = 0 }) => `${min}-${max}`));

const TAB = 8;

/** A title and its value; a strategy stands in the title itself. */
type Row = readonly [title: string, value: string];

const field = (title: string, value: string): Row => [`${title}:`, value];
const strategy = (title: string, type: string | undefined): Row => [`  ${title}: ${type ?? ''}`, ''];

/** Lines up values with tabs, not spaces, as `oc` does. */
const withTabs = (rows: readonly Row[]): string => {
  const widest = Math.max(...rows.map(([title]) => title.length)) + 1;
  const width = Math.ceil(widest / TAB) * TAB;
  const lines = rows.map(
    ([title, value]) => `${title}${'\t'.repeat(Math.ceil((width - title.length) / TAB))}${value}`,
  );
  return toTabbedText(lines);
};

/** @see github.com/openshift/oc/pkg/helpers/describe describeSecurityContextConstraints */
export const constraintsDescription = defineDescription({
  text: (constraints: SecurityContextConstraints) => {
    const { runAsUser, seLinuxContext, fsGroup, supplementalGroups } = constraints;
    const { seLinuxOptions } = seLinuxContext ?? {};
    const flexVolumes = (constraints.allowedFlexVolumes ?? []).map(({ driver }) => `driver=${driver}`);
    return withTabs([
      field('Name', constraints.metadata.name),
      field('Priority', orNone(constraints.priority)),
      field('Access', ''),
      field('  Users', listed(constraints.users)),
      field('  Groups', listed(constraints.groups)),
      field('Settings', ''),
      field('  Allow Privileged', String(constraints.allowPrivilegedContainer)),
      field('  Allow Privilege Escalation', orNone(constraints.allowPrivilegeEscalation)),
      field('  Default Add Capabilities', listed(constraints.defaultAddCapabilities)),
      field('  Required Drop Capabilities', listed(constraints.requiredDropCapabilities)),
      field('  Allowed Capabilities', listed(constraints.allowedCapabilities)),
      field('  Allowed Seccomp Profiles', listed(constraints.seccompProfiles)),
      field('  Allowed Volume Types', listed(constraints.volumes)),
      field('  Allowed Flexvolumes', flexVolumes.join(',') || '<all>'),
      field('  Allowed Unsafe Sysctls', listed(constraints.allowedUnsafeSysctls)),
      field('  Forbidden Sysctls', listed(constraints.forbiddenSysctls)),
      field('  Allow Host Network', String(constraints.allowHostNetwork)),
      field('  Allow Host Ports', String(constraints.allowHostPorts)),
      field('  Allow Host PID', String(constraints.allowHostPID)),
      field('  Allow Host IPC', String(constraints.allowHostIPC)),
      field('  Read Only Root Filesystem', String(constraints.readOnlyRootFilesystem)),
      strategy('Run As User Strategy', runAsUser?.type),
      field('    UID', orNone(runAsUser?.uid)),
      field('    UID Range Min', orNone(runAsUser?.uidRangeMin)),
      field('    UID Range Max', orNone(runAsUser?.uidRangeMax)),
      strategy('SELinux Context Strategy', seLinuxContext?.type),
      field('    User', orNone(seLinuxOptions?.user)),
      field('    Role', orNone(seLinuxOptions?.role)),
      field('    Type', orNone(seLinuxOptions?.type)),
      field('    Level', orNone(seLinuxOptions?.level)),
      strategy('FSGroup Strategy', fsGroup?.type),
      field('    Ranges', rangesOf(fsGroup)),
      strategy('Supplemental Groups Strategy', supplementalGroups?.type),
      field('    Ranges', rangesOf(supplementalGroups)),
    ]);
  },
});
