import { parseSelector, SelectorSyntaxError } from '../../kubernetes/fields/labels';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { ApiError } from '../../kubernetes/refusals';
import { CommandError, fail, isNotFound } from '../errors';
import { planDrain } from '../evictable';
import { duration, type FlagValues, onOff, text, wholeNumber } from '../flags';
import { changeFlags } from '../output';
import type { Session } from '../session';
import { defineVerb } from '../verb';
import { goDuration, PATIENCE, waitUntil } from '../waiting';
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

const refOf = ({ metadata: { namespace = '', name } }: Pod) => ({
  resource: resources.pods,
  namespace,
  name,
});

/** Asks one pod to leave: by eviction, or by deletion where the flags want that. */
const ask = async (session: Session, pod: Pod, given: Given): Promise<void> => {
  const grace = given.gracePeriod;
  const gracePeriodSeconds = grace !== undefined && grace >= 0 ? grace : undefined;
  if (!given.disableEviction) session.print(`evicting pod ${pod.metadata.namespace}/${pod.metadata.name}`);
  try {
    if (given.disableEviction) await session.api.delete(refOf(pod), { gracePeriodSeconds });
    else await session.api.evict(refOf(pod), { gracePeriodSeconds });
  } catch (error) {
    if (isNotFound(error) || !(error instanceof ApiError)) throw error;
    const { namespace, name } = pod.metadata;
    throw new CommandError(`error when evicting pods/"${name}" -n "${namespace}": ${error.message}`);
  }
};

const isGone = async (session: Session, pod: Pod): Promise<boolean> => {
  try {
    return (await session.api.get(refOf(pod))).metadata.uid !== pod.metadata.uid;
  } catch (error) {
    if (isNotFound(error)) return true;
    throw error;
  }
};

/** Waits until all pods have left, saying so of each. @throws CommandError after the timeout. */
const waitForAll = async (session: Session, pods: readonly Pod[], given: Given): Promise<void> => {
  let staying = [...pods];
  const done = given.disableEviction ? 'deleted' : 'evicted';
  const allGone = await waitUntil(
    session,
    async () => {
      const still: Pod[] = [];
      for (const pod of staying) {
        if (await isGone(session, pod)) session.print(`pod/${pod.metadata.name} ${done}`);
        else still.push(pod);
      }
      staying = still;
      return still.length === 0;
    },
    given.timeout,
  );
  if (allGone) return;
  const limit = goDuration(given.timeout || PATIENCE);
  const sentences = staying.map(
    ({ metadata: { namespace, name } }) =>
      `error when waiting for pod "${name}" in namespace "${namespace}" to terminate: global timeout reached: ${limit}`,
  );
  session.warn(
    `There are pending pods in node "${staying[0]?.spec.nodeName}" when an error occurred: ${inBrackets(sentences)}`,
  );
  for (const { metadata } of staying) session.warn(`pod/${metadata.name}`);
  throw new CommandError(inBrackets(sentences));
};

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
  const asked: Pod[] = [];
  for (const pod of plan.evict) {
    try {
      await ask(session, pod, given);
      asked.push(pod);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  await waitForAll(session, asked, given);
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
        session.print(`node/${name} drained${given.dryRun ? ' (dry run)' : ''}`);
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
