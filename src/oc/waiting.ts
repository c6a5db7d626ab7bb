import type { Session } from './session';

/**
 * How long (ms of cluster time) a command waits that kubectl would let wait for ever. A person would have given
 * up by then.
 */
export const PATIENCE = 10 * 60_000;

class NotYet extends Error {}

/**
 * Lets cluster time go by until something is so.
 * @param within how long to wait, in ms; PATIENCE if it is not given or zero.
 * @returns false if it did not become so in time.
 */
export const waitUntil = async (
  session: Session,
  isSo: () => Promise<boolean> | boolean,
  within?: number,
): Promise<boolean> => {
  const check = async (): Promise<void> => {
    if (!(await isSo())) throw new NotYet();
  };
  try {
    await session.shell.cluster.time.eventually(check, { within: within || PATIENCE });
    return true;
  } catch (error) {
    if (error instanceof NotYet) return false;
    throw error;
  }
};

/** A duration as Go prints it: `5s`, `1m30s`, `1h0m0s`. */
export const goDuration = (ms: number): string => {
  const seconds = ms / 1000;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = `${Number((seconds % 60).toFixed(3))}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
};
