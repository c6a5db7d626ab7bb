import type { Connection } from '../connection/connection';
import type { Found } from './collections';
import { isNamespace, isNode } from './kinds';
import { lookForGuests, lookForLeases, lookForOwnPods, lookForTraces } from './look';
import { Ours } from './ours';
import { remember } from './record';
import { type Removal, remove } from './remove';

const EXAMPLE: Removal = { releases: false, refused: () => {} };

/**
 * Deletes what one example has made, quickly: nothing is waited for, and `cleanUp` finds at the end of the run whatever is
 * not gone by then.
 * @param made all that it has made itself, its nodes too, whether it is there still or not
 * @throws as `send` if the server is gone, or does not know who asks
 */
export const deleteMade = async (connection: Connection, made: readonly Found[]): Promise<void> => {
  const ours = new Ours();
  ours.add(made);
  await remember(connection, made);
  const isLast = (found: Found): boolean => isNode(found) || isNamespace(found);
  await remove(
    connection,
    made.filter((found) => !isLast(found)),
    ours,
    EXAMPLE,
  );
  const pods = await lookForOwnPods(connection, ours);
  ours.add(pods);
  await remove(connection, [...pods, ...made.filter(isLast)], ours, EXAMPLE);
  const [guests, leases, traces] = await Promise.all([
    lookForGuests(connection, ours),
    lookForLeases(connection, ours),
    lookForTraces(connection, ours),
  ]);
  await remove(connection, [...guests, ...leases, ...traces], ours, EXAMPLE);
};
