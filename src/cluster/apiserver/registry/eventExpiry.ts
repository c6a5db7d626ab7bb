import { fromTimestamp } from '../../../kubernetes/fields/time';
import type { Event } from '../../../kubernetes/kinds/event/event';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Loop } from '../../simulation/loop';
import type { Registry } from './registry';

/** How long an event is kept after it was last told. */
const TIME_TO_LIVE = 3_600_000;

/** When it was last written; an event that a user made need not say so. */
const toldAt = ({ metadata, lastTimestamp }: Partial<Event> & Pick<Event, 'metadata'>): number =>
  Math.max(...[metadata.creationTimestamp, lastTimestamp].map((text) => fromTimestamp(text ?? '') || 0));

/**
 * Forgets events an hour after they were last told, as the API server does by default. One that is told from now on has
 * an hour, too, so it is enough to look again when the oldest of those that are there now has had its time.
 * @see k8s.io/kubernetes/pkg/controlplane/apiserver/options NewOptions (EventTTL)
 */
export const expireEvents = (registry: Registry, loop: Loop): void => {
  let next = loop.now + TIME_TO_LIVE;
  for (const event of registry.list<Event>(resources.events)) {
    const expiry = toldAt(event) + TIME_TO_LIVE;
    const { namespace, name } = event.metadata;
    if (expiry <= loop.now) registry.delete(resources.events, namespace, name);
    else next = Math.min(next, expiry);
  }
  loop.after(next - loop.now, 'background', 'old events are forgotten', () => expireEvents(registry, loop));
};
