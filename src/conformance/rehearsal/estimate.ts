import { capabilityNeeded } from '../../port/capabilities';
import type { FoundCapability, Programme } from '../plan';
import type { Estimate, Rehearsal, Rehearsed } from './rehearsal';

/** What an example costs besides the time of the cluster, in milliseconds: requests, and waiting until all is quiet. */
const OVERHEAD = 4_000;

/** What an example costs where time is stepped, in milliseconds: requests alone. However long it is, nobody waits. */
const STEPPED = 1_000;

/** What it costs to find out that an example is skipped. */
const SKIPPED = 50;

/** Why an example will not be run, as far as is known before. */
export const willSkip = (
  { tags, modelTime }: Pick<Rehearsed, 'tags' | 'modelTime'>,
  patience: number,
  capabilities: readonly FoundCapability[],
): 'too-long' | 'lacking' | undefined => {
  if (modelTime > patience) return 'too-long';
  const needs = tags.map((tag) => capabilityNeeded(`@${tag}`));
  const lacking = capabilities.some(
    // How long it waits is known: there is time for it, whatever is said of long waits.
    ({ name, offered }) => !offered && name !== 'long-waits' && needs.includes(name),
  );
  return lacking ? 'lacking' : undefined;
};

/** True of a cluster whose time is stepped: it plays its nodes itself, and an hour goes by at once. */
export const isStepped = (capabilities: readonly FoundCapability[]): boolean =>
  capabilities.some(({ name, offered }) => name === 'movable-clock' && offered);

/** How long (ms) one example is expected to take. */
export const expectedOf = (
  example: Pick<Rehearsed, 'tags' | 'modelTime'>,
  patience: number,
  capabilities: readonly FoundCapability[],
): number => {
  if (willSkip(example, patience, capabilities)) return SKIPPED;
  return isStepped(capabilities) ? STEPPED : OVERHEAD + example.modelTime;
};

/** How long a run will take, as far as is known before. @param capabilities those that were found; none if nobody has asked yet */
export const estimateOf = (
  { examples }: Rehearsal,
  { target: { patience }, parallel }: Pick<Programme, 'target' | 'parallel'>,
  capabilities: readonly FoundCapability[] = [],
): Estimate => {
  const expected = examples.map((example) => expectedOf(example, patience, capabilities));
  const fates = examples.map((example) => willSkip(example, patience, capabilities));
  const all = expected.reduce((sum, each) => sum + each, 0);
  return {
    examples: fates.filter((fate) => fate === undefined).length,
    tooLong: fates.filter((fate) => fate === 'too-long').length,
    duration: Math.max(all / parallel, ...expected),
  };
};
