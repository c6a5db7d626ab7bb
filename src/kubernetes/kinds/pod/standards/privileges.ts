import {
  butForWindows,
  butInUserNamespace,
  type Check,
  type CheckPod,
  containersOf,
  distinct,
  inQuotes,
  namesOf,
  setters,
  theContainers,
} from './check';

const privileged: CheckPod = (subject) => {
  const names = namesOf(subject, ({ securityContext }) => securityContext?.privileged === true);
  return names.length === 0
    ? undefined
    : {
        reason: 'privileged',
        detail: `${theContainers(names)} must not set securityContext.privileged=true`,
      };
};

const escalation: CheckPod = (subject) => {
  const names = namesOf(
    subject,
    ({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false,
  );
  return names.length === 0
    ? undefined
    : {
        reason: 'allowPrivilegeEscalation != false',
        detail: `${theContainers(names)} must set securityContext.allowPrivilegeEscalation=false`,
      };
};

const HARMLESS = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

/** Who adds capabilities that are not among those, in words; undefined if nobody does. */
const additions = (subject: Parameters<CheckPod>[0], isFine: (capability: string) => boolean) => {
  const bad = containersOf(subject)
    .map(({ name, securityContext }) => ({
      name,
      added: (securityContext?.capabilities?.add ?? []).filter((each) => !isFine(each)),
    }))
    .filter(({ added }) => added.length > 0);
  if (bad.length === 0) return undefined;
  const added = inQuotes(distinct(bad.flatMap((each) => each.added)));
  const names = bad.map(({ name }) => name);
  return `${theContainers(names)} must not include ${added} in securityContext.capabilities.add`;
};

const unusual: CheckPod = (subject) => {
  const detail = additions(subject, (each) => HARMLESS.has(each));
  return detail === undefined ? undefined : { reason: 'non-default capabilities', detail };
};

const unrestricted: CheckPod = (subject) => {
  const keeping = namesOf(
    subject,
    ({ securityContext }) => !securityContext?.capabilities?.drop?.includes('ALL'),
  );
  const details = [
    keeping.length === 0
      ? undefined
      : `${theContainers(keeping)} must set securityContext.capabilities.drop=["ALL"]`,
    additions(subject, (each) => each === 'NET_BIND_SERVICE'),
  ].filter((each) => each !== undefined);
  return details.length === 0
    ? undefined
    : { reason: 'unrestricted capabilities', detail: details.join('; ') };
};

const procMount: CheckPod = (subject) => {
  const unmasked = containersOf(subject).filter(
    ({ securityContext }) => (securityContext?.procMount ?? 'Default') !== 'Default',
  );
  if (unmasked.length === 0) return undefined;
  const types = inQuotes(distinct(unmasked.map(({ securityContext }) => securityContext?.procMount ?? '')));
  const names = theContainers(unmasked.map(({ name }) => name));
  return { reason: 'procMount', detail: `${names} must not set securityContext.procMount to ${types}` };
};

const hostProcess: CheckPod = (subject) => {
  const by = setters(
    subject.spec.securityContext?.windowsOptions?.hostProcess === true,
    namesOf(subject, ({ securityContext }) => securityContext?.windowsOptions?.hostProcess === true),
  );
  return by === undefined
    ? undefined
    : {
        reason: 'hostProcess',
        detail: `${by} must not set securityContext.windowsOptions.hostProcess=true`,
      };
};

/**
 * What containers may not do that others cannot.
 * @see staging/src/k8s.io/pod-security-admission/policy, check_privileged.go, check_allowPrivilegeEscalation.go,
 *   check_capabilities_*.go, check_procMount_*.go, check_windowsHostProcess.go
 */
export const privilegeChecks: readonly Check[] = [
  { id: 'capabilities_baseline', level: 'baseline', versions: [[0, unusual]] },
  { id: 'privileged', level: 'baseline', versions: [[0, privileged]] },
  {
    id: 'procMount',
    level: 'baseline',
    versions: [
      [0, procMount],
      [35, butInUserNamespace(procMount)],
    ],
  },
  { id: 'windowsHostProcess', level: 'baseline', versions: [[0, hostProcess]] },
  {
    id: 'allowPrivilegeEscalation',
    level: 'restricted',
    versions: [
      [8, escalation],
      [25, butForWindows(escalation)],
    ],
  },
  {
    id: 'capabilities_restricted',
    level: 'restricted',
    versions: [
      [22, unrestricted],
      [25, butForWindows(unrestricted)],
    ],
    overrides: 'capabilities_baseline',
  },
  { id: 'procMount_restricted', level: 'restricted', versions: [[35, procMount]], overrides: 'procMount' },
];
