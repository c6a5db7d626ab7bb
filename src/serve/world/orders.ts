import type { Order } from '../../cluster/apiserver/requests/order';
import type { InProcessCluster } from '../../cluster/cluster';
import { toTimestamp } from '../../kubernetes/fields/time';
import { ApiError, notFound } from '../../kubernetes/refusals';
import type { Settled } from '../../port/time';
import type { Clock } from '../clusters/clock';
import type { Journal } from '../clusters/journal';
import { type Step, steps } from './clockKinds';
import {
  type ContainerExit,
  containerexits,
  type PodFinish,
  type PodReadiness,
  podfinishes,
  podreadinesses,
} from './containerKinds';
import { durationOf, millisecondsOf } from './durations';
import { machines, type Reboot, reboots, type Shutdown, shutdowns } from './machineKinds';
import { restarts } from './settingsKind';
import { writtenSince } from './written';

const HORIZON = '10m';

/** What cannot be done as things are, in a sentence. */
const impossible = (message: string): ApiError => new ApiError({ code: 409, reason: 'Conflict', message });

/** Carries something out whose errors are sentences. @throws ApiError */
const attempt = (deed: () => void): void => {
  try {
    deed();
  } catch (error) {
    if (error instanceof ApiError || !(error instanceof Error)) throw error;
    throw impossible(error.message);
  }
};

/** Lets time go by as it is asked for, if it is. */
const goOn = async (
  clock: Clock,
  { duration, untilQuiet, horizon = HORIZON }: Step['spec'],
): Promise<Settled> => {
  if (duration !== undefined) return clock.step(millisecondsOf(duration));
  if (untilQuiet) return clock.settle(millisecondsOf(horizon));
  return { quiet: clock.isQuiet, elapsed: 0 };
};

const stepOf = (cluster: InProcessCluster, clock: Clock, journal: Journal): Order<Step> => ({
  kind: steps,
  carryOut: async ({ spec }) => {
    const since = spec.since === undefined ? undefined : Number(spec.since);
    if (since !== undefined) journal.check(since);
    const { elapsed, quiet, busy } = await goOn(clock, spec);
    return {
      elapsed: durationOf(elapsed),
      time: toTimestamp(clock.now),
      quiet,
      ...(busy ? { busy } : {}),
      ...(since === undefined || !journal.knows(since)
        ? {}
        : { written: writtenSince(since, cluster, clock, journal) }),
    };
  },
});

/** The orders that a cluster takes. */
export const ordersOf = (cluster: InProcessCluster, clock: Clock, journal: Journal): readonly Order[] => {
  const { loop, kubelets } = cluster;
  const given = (): object => ({ time: toTimestamp(loop.now) });
  const machineNamed = (name: string) => {
    const host = kubelets.machines.find(name);
    if (!host) throw notFound(machines, name);
    return host;
  };
  const reboot: Order<Reboot> = {
    kind: reboots,
    carryOut: ({ spec: { machine, downSeconds } }) => {
      const { isShuttingDown, silent } = machineNamed(machine);
      if (isShuttingDown && silent) kubelets.machines.revive(machine);
      else kubelets.machines.reboot(machine, downSeconds);
      return given();
    },
  };
  const shutdown: Order<Shutdown> = {
    kind: shutdowns,
    carryOut: ({ spec: { machine } }) => {
      machineNamed(machine);
      kubelets.machines.shutDown(machine);
      return given();
    },
  };
  const containerExit: Order<ContainerExit> = {
    kind: containerexits,
    carryOut: ({ metadata: { namespace = '' }, spec: { pod, container, code } }) => {
      attempt(() => kubelets.exit(namespace, pod, code, container));
      return given();
    },
  };
  const podReadiness: Order<PodReadiness> = {
    kind: podreadinesses,
    carryOut: ({ metadata: { namespace = '' }, spec: { pod, ready } }) => {
      attempt(() => kubelets.setReady(namespace, pod, ready));
      return given();
    },
  };
  const podFinish: Order<PodFinish> = {
    kind: podfinishes,
    carryOut: ({ metadata: { namespace = '' }, spec: { pod, phase } }) => {
      attempt(() => kubelets.finish(namespace, pod, phase));
      return given();
    },
  };
  const restart: Order = {
    kind: restarts,
    carryOut: () => {
      cluster.restartControllers();
      return given();
    },
  };
  return [
    stepOf(cluster, clock, journal),
    restart,
    reboot,
    shutdown,
    containerExit,
    podReadiness,
    podFinish,
  ] as readonly Order[];
};
