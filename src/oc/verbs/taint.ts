import { sameTaint, type Taint } from '../../kubernetes/fields/taints';
import type { Node } from '../../kubernetes/kinds/node/node';
import { resources } from '../../kubernetes/kinds/resources';
import { formatTaint } from '../../kubernetes/print/describe/metadata';
import { splitArguments } from '../changes';
import { forEachTarget } from '../each';
import { fail, MisspeltError, throwAll } from '../errors';
import { onOff, text } from '../flags';
import { changeFlags, report } from '../output';
import { readTaintChange, type TaintChange } from '../taintSpecs';
import { refOf } from '../targets';
import { defineVerb } from '../verb';

const isTaint = (word: string): boolean => /[=:]/.test(word) || word.endsWith('-');

/** The taints a node has afterwards: new ones first, as kubectl arranges them. @throws CommandError */
const change = (node: Node, { add, remove }: TaintChange, overwrite: boolean): readonly Taint[] => {
  const old = node.spec.taints ?? [];
  const clashing = add.filter((taint) => old.some((other) => sameTaint(taint, other)));
  if (clashing.length > 0 && !overwrite) {
    const keys = clashing.map(({ key }) => key).join(',');
    throw fail(
      `node ${node.metadata.name} already has ${keys} taint(s) with same effect(s) and --overwrite is false`,
    );
  }
  let taints = [...add, ...old.filter((taint) => !add.some((other) => sameTaint(taint, other)))];
  const errors: unknown[] = [];
  for (const { key, effect } of remove) {
    const kept = taints.filter(
      (taint) => taint.key !== key || (effect !== undefined && taint.effect !== effect),
    );
    if (kept.length === taints.length) {
      errors.push(fail(`taint "${formatTaint({ key, effect: effect ?? '' })}" not found`));
    }
    taints = kept;
  }
  throwAll(errors);
  return taints;
};

const resultOf = ({ add, remove }: TaintChange, overwrite: boolean): string => {
  if (overwrite || (add.length > 0 && remove.length > 0)) return 'modified';
  return add.length > 0 ? 'tainted' : 'untainted';
};

/** `taint`: puts taints on nodes and takes them off. */
export const taint = defineVerb({
  name: 'taint',
  flags: { overwrite: onOff(), all: onOff(), selector: text('l'), dryRun: changeFlags.dryRun },
  async run(session, words, flags) {
    const { objects, changes } = splitArguments(words, isTaint, 'taint');
    const [type, ...names] = objects;
    if (type === undefined) throw fail('one or more resources must be specified as <resource> <name>');
    if (changes.length === 0) throw fail('at least one taint update is required');
    // kubectl asks the server itself here, and passes its words on without saying that they are an error.
    if (!session.kinds.named(type))
      throw new MisspeltError(`the server doesn't have a resource type "${type}"`);
    if (session.kinds.named(type)?.kind !== resources.nodes.kind) {
      throw fail(`invalid resource type ${type}, only node types are supported`);
    }
    if (names.length === 0 && !flags.all && flags.selector === undefined) {
      throw fail("at least one resource name must be specified since 'all' parameter is not set");
    }
    const wanted = readTaintChange(changes);
    await forEachTarget(session, objects, flags, async (target) => {
      const taints = change(target.object as Node, wanted, flags.overwrite);
      // The list is replaced as a whole, and only if nobody else has changed the node meanwhile.
      const { resourceVersion } = target.object.metadata;
      const body = { metadata: { resourceVersion }, spec: { taints: taints.length > 0 ? taints : null } };
      if (flags.dryRun !== 'client') await session.api.patch(refOf(target), body, 'merge');
      // kubectl itself does not say of taints that it was a dry run.
      report(session, target, resultOf(wanted, flags.overwrite), { dryRun: false });
    });
  },
});
