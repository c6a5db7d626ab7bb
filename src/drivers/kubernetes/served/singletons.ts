import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Desk } from './desk';

/** What there is one of in a cluster is called so. */
const THE_ONE = 'cluster';

/** Where it is written how it was before: it can be given back by somebody who was not there. */
const BEFORE = 'rollcall.dev/before';

/**
 * Changes what there is one of, and notes in it how it was before. If that is noted already, by somebody who did not give
 * it back, it stays.
 */
export const take = async (desk: Desk, kind: ResourceType, spec: object, labels: object): Promise<void> => {
  const { metadata, spec: now } = await desk.get(kind, THE_ONE);
  const before = metadata.annotations?.[BEFORE] ?? JSON.stringify(now);
  await desk.change(kind, THE_ONE, { metadata: { labels, annotations: { [BEFORE]: before } }, spec });
};

/** Gives back what was taken, as it was. What was not taken, or was given back, stays as it is. */
export const giveBack = async (desk: Desk, kind: ResourceType, labels: object): Promise<void> => {
  const { metadata } = await desk.get(kind, THE_ONE);
  const before = metadata.annotations?.[BEFORE];
  if (before === undefined) return;
  await desk.change(kind, THE_ONE, {
    metadata: {
      labels: Object.fromEntries(Object.keys(labels).map((key) => [key, null])),
      annotations: { [BEFORE]: null },
    },
    spec: JSON.parse(before),
  });
};
