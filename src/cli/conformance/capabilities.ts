import type { FoundCapability } from '../../conformance/plan';
import { discover } from '../../drivers/kubernetes/api/discovery';
import { claimsOf } from '../../drivers/kubernetes/capabilities';
import type { Connection } from '../../drivers/kubernetes/connection/connection';
import { offerIn } from '../../drivers/kubernetes/served/offer';
import { type Capability, capabilityNames } from '../../port/capabilities';
import type { Target } from '../../port/target';

const SENTENCE = /^(.)(.*?)\.?$/;

const sentenceOf = (words: string): string =>
  words.replace(SENTENCE, (_, first: string, rest: string) => `${first.toUpperCase()}${rest}.`);

const lacking = (name: Capability, reason: string): FoundCapability => ({
  name,
  offered: false,
  code: name,
  reason: sentenceOf(reason),
});

/** What the cluster is able to do, found by asking; a cluster with a world of its own can do everything. */
export const foundCapabilities = async (
  connection: Connection,
  target: Target,
): Promise<readonly FoundCapability[]> => {
  const kinds = await discover(connection);
  if (offerIn(kinds)) return capabilityNames.map((name) => ({ name, offered: true }));
  const { lacks } = await claimsOf({ connection, kinds, target });
  return capabilityNames.map((name) => {
    const reason = lacks.get(name);
    return reason === undefined ? { name, offered: true } : lacking(name, reason);
  });
};
