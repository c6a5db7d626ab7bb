import type { Node } from '../../kubernetes/objects';
import { resources } from '../../kubernetes/resources';
import { fail, throwAll, usageError } from '../errors';
import { text } from '../flags';
import type { Session } from '../session';
import { findTargets, nameOf, refOf } from '../targets';
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
    throw usageError(verb, 'error: cannot specify both a node name and a --selector option');
  }
  const named = words.map((word) => (word.includes('/') ? word : `${resources.nodes.singular}/${word}`));
  const { targets, errors } = await findTargets(session, named.length > 0 ? named : ['nodes'], { selector });
  throwAll(errors);
  const other = targets.find(({ resource }) => resource !== resources.nodes);
  if (other) throw fail(`expected resource of type node, got "${other.resource.plural}"`);
  return targets.map(({ object }) => object as Node);
};

/** Closes nodes for new pods, or opens them again, and says so. */
export const setCordon = async (session: Session, nodes: readonly Node[], closed: boolean): Promise<void> => {
  const state = closed ? 'cordoned' : 'uncordoned';
  for (const node of nodes) {
    const name = nameOf(resources.nodes, node.metadata.name);
    if ((node.spec.unschedulable ?? false) === closed) session.print(`${name} already ${state}`);
    else {
      const target = { resource: resources.nodes, object: node };
      const body = { spec: { unschedulable: closed ? true : null } };
      await session.api.patch(refOf(target), body, 'strategic');
      session.print(`${name} ${state}`);
    }
  }
};

const define = (name: 'cordon' | 'uncordon'): Verb =>
  defineVerb({
    name,
    flags: { selector: text('l') },
    async run(session, words, { selector }) {
      await setCordon(session, await findNodes(session, name, words, selector), name === 'cordon');
    },
  });

/** `cordon`: no new pods on these nodes. */
export const cordon = define('cordon');

/** `uncordon`: new pods are welcome again. */
export const uncordon = define('uncordon');
