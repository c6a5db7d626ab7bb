import type { Cluster } from '../../port/cluster';
import type { DriverOptions } from '../../port/driver';
import type { Target } from '../../port/target';
import { createKubernetesCluster } from './cluster';
import { Session } from './session';

/** The sessions of this process, by the targets that they are for. */
const sessions = new Map<string, Promise<Session>>();

const sessionFor = (target: Target): Promise<Session> => {
  const key = JSON.stringify(target);
  const open = sessions.get(key);
  if (open) return open;
  const opening = Session.open(target);
  sessions.set(key, opening);
  // It is tried again when somebody asks again.
  opening.catch(() => sessions.delete(key));
  return opening;
};

/**
 * A cluster of a kubeconfig, for one example. What all examples of this process share is kept until `closeSessions`.
 * @throws Error whose message is for the terminal, if there is no such cluster, or it is not reached
 */
export const createCluster = async ({ target }: DriverOptions): Promise<Cluster> => {
  if (!target) throw new Error('No cluster was chosen: --context NAME chooses one of the kubeconfig.');
  return createKubernetesCluster(await sessionFor(target));
};

/** Ends the connections of this process. */
export const closeSessions = async (): Promise<void> => {
  const all = [...sessions.values()];
  sessions.clear();
  const opened = await Promise.allSettled(all);
  const closed = await Promise.allSettled(
    opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value.close()] : [])),
  );
  for (const each of closed) if (each.status === 'rejected') throw each.reason;
};
