import { compareMoments, type Moment } from './moment';
import type { ObjectId } from './objectId';
import type { PodLife } from './podLife';

/**
 * The pods that an object of this identity created or adopted as their controller, its predecessors of the same name
 * included. An owner is in the namespace of what it owns.
 */
export const podsOf = (lives: readonly PodLife[], owner: ObjectId): readonly PodLife[] =>
  lives.filter(
    ({ namespace, controllers }) =>
      namespace === (owner.namespace ?? '') &&
      controllers.some(({ kind, name }) => kind === owner.kind && name === owner.name),
  );

/** The pods of this identity, one after the other. */
export const podsNamed = (lives: readonly PodLife[], id: ObjectId): readonly PodLife[] =>
  lives.filter(({ namespace, name }) => name === id.name && namespace === (id.namespace ?? ''));

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
