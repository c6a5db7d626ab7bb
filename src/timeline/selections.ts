import { compareMoments, type Moment } from './moment';
import type { PodLife } from './podLife';

/** The pods that a daemon set of this name created or adopted, its predecessors of the same name included. */
export const podsOfDaemonSet = (lives: readonly PodLife[], name: string): readonly PodLife[] =>
  lives.filter(({ controllers }) =>
    controllers.some((owner) => owner.kind === 'DaemonSet' && owner.name === name),
  );

/** The pods bound to the node or meant for it. */
export const podsOnNode = (lives: readonly PodLife[], node: string): readonly PodLife[] =>
  lives.filter((life) => life.node === node);

/** The pods that existed at the moment, terminating ones included. */
export const podsAlive = (lives: readonly PodLife[], moment: Moment): readonly PodLife[] =>
  lives.filter(
    ({ created, gone }) =>
      compareMoments(created, moment) < 0 && (gone === undefined || compareMoments(moment, gone) <= 0),
  );

/** The pods created at the moment or later. */
export const podsCreatedSince = (lives: readonly PodLife[], moment: Moment): readonly PodLife[] =>
  lives.filter(({ created }) => compareMoments(created, moment) >= 0);

/** The pods that exist now. */
export const podsLeft = (lives: readonly PodLife[]): readonly PodLife[] =>
  lives.filter(({ gone }) => gone === undefined);
