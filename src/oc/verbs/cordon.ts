import type { Node } from '../../kubernetes/kinds/node/node';
import { resources } from '../../kubernetes/kinds/resources';
import type { DryRun } from '../dryRun';
import { fail, throwAll, usageError } from '../errors';
import { text } from '../flags';
import { changeFlags, report } from '../output';
import type { Session } from '../session';
import { findTargets, refOf } from '../targets';
import { defineVerb, type Verb } from '../verb';

/**
 * The nodes a command names, or its selector finds. Nothing is done if one of them is missing.
 * @throws CommandError, ApiError
 */
export const findNodes = async (
  session: Session,
  verb: string,
  words: readonly string[],
  selector: string | undefined,
): Promise<readonly Node[]> => {
  if (words.length === 0 && selector === undefined) {
    throw usageError(verb, `USAGE: ${verb} NODE [flags]`);
  }
  if (words.length > 0 && selector !== undefined) {
    throw usageError(verb, 'cannot specify both a node name and a --selector option');
  }
  const named = words.map((word) => (word.includes('/') ? word : `${resources.nodes.singular}/${word}`));
  const { targets, errors } = await findTargets(session, named.length > 0 ? named : ['nodes'], { selector });
  throwAll(errors);
  const other = targets.find(({ resource }) => resource !== resources.nodes);
  if (other) {
    const { group, version, plural } = other.resource;
    throw fail(`expected resource of type node, got "${group}/${version}, Resource=${plural}"`);
  }
  return targets.map(({ object }) => object as Node);
};

/** Closes nodes for new pods, or opens them again, and says so. */
export const setCordon = async (
  session: Session,
  nodes: readonly Node[],
  closed: boolean,
  dryRun: DryRun,
): Promise<void> => {
  const state = closed ? 'cordoned' : 'uncordoned';
  for (const node of nodes) {
    const target = { resource: resources.nodes, object: node };
    const isSo = (node.spec.unschedulable ?? false) === closed;
    const body = { spec: { unschedulable: closed ? true : null } };
    if (!isSo && dryRun !== 'client') await session.api.patch(refOf(target), body, 'strategic');
    report(session, target, isSo ? `already ${state}` : state, { dryRun });
  }
};

const define = (name: 'cordon' | 'uncordon'): Verb =>
  defineVerb({
    name,
    flags: { selector: text('l'), dryRun: changeFlags.dryRun },
    async run(session, words, { selector, dryRun }) {
      await setCordon(session, await findNodes(session, name, words, selector), name === 'cordon', dryRun);
    },
  });

/** `cordon`: no new pods on these nodes. */
export const cordon = define('cordon');

/** `uncordon`: new pods are welcome again. */
export const uncordon = define('uncordon');
