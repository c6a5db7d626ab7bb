import { createInProcessCluster } from '../../drivers/in-process/driver';
import { deepEqual } from '../../kubernetes/fields/equality';
import { ApiError, type Status } from '../../kubernetes/refusals';
import type { RecordedAnswer } from './recordedAnswers';

/** Something that the model answers otherwise than the recorded API server, written out. */
export interface Difference {
  readonly what: string;
  readonly recorded: string;
  readonly model: string;
}

/** What the model says to a manifest sent to namespace `default` of a new cluster; undefined if it takes it. */
const answer = async ({ manifest }: RecordedAnswer): Promise<Status | undefined> => {
  const cluster = createInProcessCluster();
  try {
    await cluster.api.create(manifest, { namespace: 'default' });
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error.status;
    throw error;
  } finally {
    await cluster.close();
  }
};

const print = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'none');

/** Every way in which the model's answer to a manifest differs from the recorded one; none if they agree. */
export const compareAnswers = async (recorded: RecordedAnswer): Promise<readonly Difference[]> => {
  const given = await answer(recorded);
  const differences: Difference[] = [];
  const compare = (what: string, wanted: unknown, got: unknown): void => {
    if (!deepEqual(wanted, got)) differences.push({ what, recorded: print(wanted), model: print(got) });
  };
  compare('accepted', recorded.accepted, given === undefined);
  if (recorded.accepted || !given) {
    if (given) compare('message', undefined, given.message);
    return differences;
  }
  compare('code', recorded.code, given.code);
  if (recorded.reason !== undefined) compare('reason', recorded.reason, given.reason);
  compare('message', recorded.message, given.message);
  if (recorded.causes !== undefined) compare('causes', recorded.causes, given.causes);
  return differences;
};
