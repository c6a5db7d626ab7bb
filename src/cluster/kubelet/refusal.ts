import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { type Refusal, refusalOf } from './admit';
import type { Host } from './local';
import { refusalUnder } from './pressure';
import { SHUTTING_DOWN } from './shutdown';

/**
 * Why a kubelet lets a pod not in that is bound to its node: what its machine is short of comes first.
 * @see pkg/kubelet/kubelet.go NewMainKubelet
 */
export const refusalBy = ({ info, pressures, isShuttingDown }: Host, pod: Pod): Refusal | undefined =>
  refusalUnder(pressures, pod) ?? refusalOf(pod, info) ?? (isShuttingDown ? SHUTTING_DOWN : undefined);
