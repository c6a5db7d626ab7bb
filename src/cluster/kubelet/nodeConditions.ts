import { toTimestamp } from '../../kubernetes/fields/time';
import type { NodeCondition } from '../../kubernetes/kinds/node/node';
import type { Pressure } from '../../port/world';

const condition = (
  type: string,
  status: 'True' | 'False',
  reason: string,
  message: string,
  now: string,
): NodeCondition => ({
  type,
  status,
  lastHeartbeatTime: now,
  lastTransitionTime: now,
  reason,
  message,
});

const NO_NETWORK =
  'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: no CNI configuration file in /etc/kubernetes/cni/net.d/. Has your network provider started?';

const SHUTTING_DOWN = 'node is shutting down';

/** What a machine is like, as far as its kubelet reports it. */
export interface Health {
  /** There is a network for pods. */
  readonly ready: boolean;
  readonly isShuttingDown: boolean;
  readonly pressures: ReadonlySet<Pressure>;
}

/** By the type of the condition: what is said where something is short, and where it is not. */
const PRESSURES = [
  [
    'memory',
    'MemoryPressure',
    'InsufficientMemory',
    'insufficient memory available',
    'SufficientMemory',
    'sufficient memory available',
  ],
  ['disk', 'DiskPressure', 'DiskPressure', 'disk pressure', 'NoDiskPressure', 'no disk pressure'],
  [
    'PID',
    'PIDPressure',
    'InsufficientPID',
    'insufficient PID available',
    'SufficientPID',
    'sufficient PID available',
  ],
] as const;

/**
 * What a kubelet reports about its node.
 * @see pkg/kubelet/nodestatus/setters.go MemoryPressureCondition, DiskPressureCondition, PIDPressureCondition, ReadyCondition
 */
export const reportedConditions = (
  { ready, isShuttingDown, pressures }: Health,
  ms: number,
): readonly NodeCondition[] => {
  const now = toTimestamp(ms);
  const troubles = [...(ready ? [] : [NO_NETWORK]), ...(isShuttingDown ? [SHUTTING_DOWN] : [])];
  return [
    ...PRESSURES.map(([what, type, short, shortly, enough, enoughly]) =>
      pressures.has(what)
        ? condition(type, 'True', `KubeletHas${short}`, `kubelet has ${shortly}`, now)
        : condition(type, 'False', `KubeletHas${enough}`, `kubelet has ${enoughly}`, now),
    ),
    troubles.length === 0
      ? condition('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status', now)
      : condition(
          'Ready',
          'False',
          'KubeletNotReady',
          troubles.length > 1 ? `[${troubles.join(', ')}]` : `${troubles[0]}`,
          now,
        ),
  ];
};

/** Written by who sets the network of nodes up, and left alone by kubelets. */
export const networkCondition = (ms: number): NodeCondition =>
  condition(
    'NetworkUnavailable',
    'False',
    'NetworkReady',
    'the network of the node is set up',
    toTimestamp(ms),
  );

/**
 * The conditions that a node has with those that its kubelet reports: a time changes only with its status, and what others
 * have written stays.
 */
export const mergedConditions = (
  before: readonly NodeCondition[],
  reported: readonly NodeCondition[],
): readonly NodeCondition[] => {
  const kept = before.filter(({ type }) => !reported.some((each) => each.type === type));
  const merged = reported.map((each): NodeCondition => {
    const last = before.find(({ type }) => type === each.type);
    return last?.status === each.status ? { ...each, lastTransitionTime: last.lastTransitionTime } : each;
  });
  // Ready stands last.
  return [...merged.slice(0, -1), ...kept, ...merged.slice(-1)];
};
