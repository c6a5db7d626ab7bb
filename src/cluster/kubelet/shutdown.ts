import type { Hands } from './hands';
import type { Host, Local } from './local';
import type { Farewell } from './podStatus';
import { isCritical } from './pressure';
import type { Stops } from './stops';

/** Seconds that pods are given when their machine is switched off: first the ordinary ones, then those of the system. */
const GRACE = { ordinary: 20, critical: 10 };

const FAREWELL: Farewell = {
  reason: 'Terminated',
  message: 'Pod was terminated in response to imminent node shutdown.',
};

/** Why a machine that is being switched off lets no pod in. @see pkg/kubelet/nodeshutdown/nodeshutdown_manager_linux.go Admit */
export const SHUTTING_DOWN = {
  reason: 'NodeShutdown',
  message: 'Pod was rejected as the node is shutting down.',
};

/**
 * Switches a machine off: its pods are stopped, in two groups one after the other, and fail.
 * @see pkg/kubelet/nodeshutdown/nodeshutdown_manager.go killPods
 */
export const stopAllPods = (host: Host, stops: Stops, hands: Hands, onEnd: () => void): void => {
  const isLeft = ({ stage, isGivenUp }: Local): boolean =>
    stage !== 'ended' && stage !== 'refused' && !isGivenUp;
  const stop = (all: readonly Local[], grace: number, then: () => void): void => {
    let left = all.length;
    if (left === 0) then();
    for (const local of all)
      stops.giveUp(local, grace, FAREWELL, () => {
        if (--left === 0) then();
      });
  };
  const group = (critical: boolean): readonly Local[] =>
    host.pods.filter((local) => isLeft(local) && isCritical(local.pod) === critical);
  stop(group(false), GRACE.ordinary, () => {
    hands.after(0, 'work', `${host.machine.name} stops its system pods`, () =>
      stop(group(true), GRACE.critical, onEnd),
    );
  });
};
