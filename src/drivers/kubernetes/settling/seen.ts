import { Inconclusive } from '../../../port/inconclusive';
import type { Finding } from './finding';
import { findingsIn } from './findings';
import type { View } from './settle';

/** So long (ms) it is waited that somebody looks. Controllers do so within milliseconds, if they are there at all. */
const WITHIN = 10_000;

const isLate = ({ due, within = 0 }: Finding, now: number): boolean =>
  due === undefined || now >= due + within;

/**
 * Makes sure that controllers have looked at all there is. While they are away, as when another one is to take the lead,
 * nothing happens, whatever was promised.
 * @throws Inconclusive if they do not
 */
export const untilSeen = async (view: Pick<View, 'picture' | 'now' | 'next'>): Promise<void> => {
  for (const end = view.now() + WITHIN; ; ) {
    const unseen = findingsIn(view.picture()).find((each) => each.isUnseen && isLate(each, view.now()));
    if (!unseen) return;
    const left = end - view.now();
    if (left <= 0)
      throw new Inconclusive(
        `After ${WITHIN / 1000} seconds the cluster still waits for ${unseen.what}: what has not happened says nothing.`,
      );
    await view.next(left);
  }
};
