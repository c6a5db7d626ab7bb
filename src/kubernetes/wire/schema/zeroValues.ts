/**
 * Fields that are no pointers in Go: whether one was left out, or given as `false`, `0` or the empty string, is not
 * known once it is read. Keyed by the type that holds the field. (The schema does not tell pointers from values.)
 */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  DaemonSetSpec: ['minReadySeconds'],
  DaemonSetUpdateStrategy: ['type'],
  PodSpec: [
    'dnsPolicy',
    'hostIPC',
    'hostNetwork',
    'hostPID',
    'hostname',
    'nodeName',
    'priorityClassName',
    'restartPolicy',
    'schedulerName',
    'serviceAccount',
    'serviceAccountName',
    'subdomain',
  ],
  Container: [
    'image',
    'imagePullPolicy',
    'stdin',
    'stdinOnce',
    'terminationMessagePath',
    'terminationMessagePolicy',
    'tty',
    'workingDir',
  ],
  ContainerPort: ['hostIP', 'hostPort', 'name', 'protocol'],
  EnvVar: ['value'],
  EnvFromSource: ['prefix'],
  EmptyDirVolumeSource: ['medium'],
  HTTPGetAction: ['host', 'path', 'scheme'],
  NodeSpec: ['podCIDR', 'providerID', 'unschedulable'],
  Probe: ['failureThreshold', 'initialDelaySeconds', 'periodSeconds', 'successThreshold', 'timeoutSeconds'],
  Taint: ['value'],
  TCPSocketAction: ['host'],
  Toleration: ['effect', 'key', 'operator', 'value'],
  VolumeMount: ['readOnly', 'subPath', 'subPathExpr'],
};

/** Whether Go, once it has read the value of a field, cannot tell it from one that was left out. */
export const isUnset = (value: unknown, struct: string, field: string): boolean =>
  (value === false || value === 0 || value === '') && (VALUES[struct]?.includes(field) ?? false);
