import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import type { Loop } from '../../simulation/loop';
import type { Registry } from './registry';

/** How long an event is kept after it was last written. */
const TIME_TO_LIVE = 3_600_000;

/** An event as it was written, and when it has had its time. */
interface Written {
  readonly event: KubeObject;
  readonly expiry: number;
}

/**
 * Forgets events an hour after they were last written, as the API server does by default, whatever times they say
 * themselves. What was written first expires first, so nobody has to look through all that there are.
 * @see k8s.io/kubernetes/pkg/controlplane/apiserver/options NewOptions (EventTTL)
 * @see k8s.io/kubernetes/pkg/registry/core/event/storage NewREST (TTLFunc)
 */
export const expireEvents = (registry: Registry, loop: Loop): void => {
  let written: Written[] = [];
  let next = 0;
  let isArmed = false;

  const arm = (): void => {
    const first = written[next];
    isArmed = first !== undefined;
    if (first) loop.after(first.expiry - loop.now, 'background', 'old events are forgotten', forget);
  };

  const forget = (): void => {
    for (let first = written[next]; first && first.expiry <= loop.now; first = written[++next]) {
      const { namespace, name } = first.event.metadata;
      if (registry.store.get(resources.events, namespace, name) === first.event)
        registry.delete(resources.events, namespace, name);
    }
    if (next > written.length / 2) {
      written = written.slice(next);
      next = 0;
    }
    arm();
  };

  const news = registry.follow(
    resources.events,
    () => {},
    () => {
      news.take(news.waiting, ({ type, object: event }) => {
        if (type !== 'DELETED') written.push({ event, expiry: loop.now + TIME_TO_LIVE });
      });
      if (!isArmed) arm();
    },
  );
};
