import type { Container, Pod, PodStatus } from '../../kubernetes/kinds/pod/pod';
import type { KubeObject } from '../../kubernetes/object';
import type { Timer, TimerKind } from '../simulation/timers';
import type { Local } from './local';
import type { Source } from './references';

/** What the parts of a kubelet do with: the clock, the API, and what is in it. */
export interface Hands {
  /** Model time in ms. */
  readonly now: () => number;
  readonly after: (ms: number, kind: TimerKind, purpose: string, run: () => void) => Timer;
  readonly cancel: (timer: Timer) => void;
  /** Writes a status that is made from the one that is stored. A kubelet that is cut off writes nothing. */
  readonly write: (local: Local, status: (current: Pod) => PodStatus) => void;
  /** Tells an event of a pod, or of one of its containers. */
  readonly tell: (
    local: Local,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
    container?: Container,
  ) => void;
  readonly find: (kind: Source, namespace: string, name: string) => KubeObject | undefined;
  /** Nodes are simulated: nothing is checked, told or known of their machines. */
  readonly isSimulated: () => boolean;
  /** Timers may outlive their pod. */
  readonly isPresent: (local: Local) => boolean;
}
