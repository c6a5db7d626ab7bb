import { butInUserNamespace, type Check, type CheckPod, namesOf, setters, theContainers } from './check';

const mayBeRoot: CheckPod = (subject) => {
  const ofPod = subject.spec.securityContext?.runAsNonRoot;
  const by = setters(
    ofPod === false,
    namesOf(subject, ({ securityContext }) => securityContext?.runAsNonRoot === false),
  );
  const reason = 'runAsNonRoot != true';
  if (by !== undefined) return { reason, detail: `${by} must not set securityContext.runAsNonRoot=false` };
  if (ofPod) return undefined;
  const silent = namesOf(subject, ({ securityContext }) => securityContext?.runAsNonRoot === undefined);
  return silent.length === 0
    ? undefined
    : { reason, detail: `pod or ${theContainers(silent)} must set securityContext.runAsNonRoot=true` };
};

const isRoot: CheckPod = (subject) => {
  const by = setters(
    subject.spec.securityContext?.runAsUser === 0,
    namesOf(subject, ({ securityContext }) => securityContext?.runAsUser === 0),
  );
  return by === undefined ? undefined : { reason: 'runAsUser=0', detail: `${by} must not set runAsUser=0` };
};

/**
 * Nobody may be root.
 * @see staging/src/k8s.io/pod-security-admission/policy, check_runAsNonRoot.go, check_runAsUser.go
 */
export const userChecks: readonly Check[] = [
  {
    id: 'runAsNonRoot',
    level: 'restricted',
    versions: [
      [0, mayBeRoot],
      [35, butInUserNamespace(mayBeRoot)],
    ],
  },
  {
    id: 'runAsUser',
    level: 'restricted',
    versions: [
      [23, isRoot],
      [35, butInUserNamespace(isRoot)],
    ],
  },
];
