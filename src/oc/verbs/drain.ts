import { parseSelector, SelectorSyntaxError } from '../../kubernetes/fields/labels';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { ApiError } from '../../kubernetes/refusals';
import { Departures } from '../departures';
import { afterDryRun } from '../dryRun';
import { CommandError, fail } from '../errors';
import { planDrain } from '../evictable';
import { duration, type FlagValues, onOff, text, wholeNumber } from '../flags';
import { changeFlags } from '../output';
import type { Session } from '../session';
import { defineVerb } from '../verb';
import { findNodes, setCordon } from './cordon';

const flags = {
  ignoreDaemonsets: onOff(),
  force: onOff(),
  deleteEmptydirData: onOff(),
  disableEviction: onOff(),
  podSelector: text(),
  selector: text('l'),
  gracePeriod: wholeNumber(),
  timeout: duration(),
  skipWaitForDeleteTimeout: wholeNumber(),
  dryRun: changeFlags.dryRun,
} as const;

type Given = FlagValues<typeof flags>;

const checkPodSelector = ({ podSelector = '' }: Given): void => {
  try {
    parseSelector(podSelector);
  } catch (error) {
    if (!(error instanceof SelectorSyntaxError)) throw error;
    throw fail('--pod-selector=<pod_selector> must be a valid label selector');
  }
};

const podsOn = async (session: Session, node: Node, given: Given): Promise<readonly Pod[]> =>
  (
    await session.api.list<Pod>({
      resource: resources.pods,
      labelSelector: given.podSelector,
      fieldSelector: `spec.nodeName=${node.metadata.name}`,
    })
  ).items;

/** Several sentences as one, as Go prints a list of errors. */
const inBrackets = (sentences: readonly string[]): string =>
  sentences.length === 1 ? (sentences[0] ?? '') : `[${sentences.join(', ')}]`;

/** A node whose pods may not leave: several reasons are one sentence, or one a line. */
class Refused extends CommandError {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(inBrackets(reasons));
    this.reasons = reasons;
  }
}

const drainOne = async (session: Session, node: Node, given: Given): Promise<void> => {
  const plan = await planDrain(session, await podsOn(session, node, given), given);
  if (plan.refusals.length > 0) throw new Refused(plan.refusals);
  if (plan.warnings.length > 0) session.warn(`Warning: ${plan.warnings.join('; ')}`);
  if (given.dryRun) {
    for (const { metadata } of plan.evict) {
      session.print(`evicting pod ${metadata.namespace}/${metadata.name} (dry run)`);
    }
    return;
  }
  const errors = await new Departures(session, given).see(plan.evict);
  if (errors.length === 0) return;
  // What is pending is found out anew: some may have left meanwhile.
  const { evict: pending } = await planDrain(session, await podsOn(session, node, given), given);
  if (pending.length > 0)
    session.warn(
      `There are pending pods in node "${node.metadata.name}" when an error occurred: ${inBrackets(errors)}`,
    );
  for (const { metadata } of pending) session.warn(`pod/${metadata.name}`);
  throw new CommandError(inBrackets(errors));
};

/** `drain`: closes nodes and makes their pods leave, daemon pods excepted. */
export const drain = defineVerb({
  name: 'drain',
  flags,
  async run(session, words, given) {
    checkPodSelector(given);
    const nodes = await findNodes(session, 'drain', words, given.selector);
    await setCordon(session, nodes, true, given.dryRun);
    const failures: { readonly node: string; readonly why: readonly string[] }[] = [];
    for (const node of nodes) {
      const { name } = node.metadata;
      try {
        await drainOne(session, node, given);
        session.print(`node/${name} drained${afterDryRun(given.dryRun)}`);
      } catch (error) {
        if (!(error instanceof CommandError || error instanceof ApiError)) throw error;
        session.warn(
          `error: unable to drain node "${name}" due to error: ${error.message}, continuing command...`,
        );
        failures.push({ node: name, why: error instanceof Refused ? error.reasons : [error.message] });
      }
    }
    if (failures.length === 0) return;
    session.warn('There are pending nodes to be drained:');
    for (const { node } of failures) session.warn(` ${node}`);
    throw new CommandError(failures.flatMap(({ why }) => why).join('\n'));
  },
});
