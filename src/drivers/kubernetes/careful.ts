import { LeftOut } from '../../port/leftOut';
import type { World } from '../../port/world';
import { CLOUD_DELETES_NODES } from './safety/cloud';

/**
 * A world in which no node stops being ready: somebody would take it for a machine that is gone, and delete it.
 * @param why in words that follow a colon; undefined if nobody would
 */
export const careful = (world: World, why: string | undefined): World => {
  if (why === undefined) return world;
  const leftOut = async (): Promise<void> => {
    throw new LeftOut(CLOUD_DELETES_NODES, `a node stops being ready, which is not safe here: ${why}`);
  };
  return {
    ...world,
    silenceNode: leftOut,
    shutDownNode: leftOut,
    rebootNode: leftOut,
    setNodeReady: (name, ready) => (ready ? world.setNodeReady(name, ready) : leftOut()),
  };
};
