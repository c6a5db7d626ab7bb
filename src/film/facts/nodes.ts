import type { Changed } from '../changed';
import type { NodeView } from '../scene';
import type { Facts, NodeFact } from './fact';

/** What has happened to a node. What it brings along when it joins is no news, unless it is not well. */
export const addNode = (facts: Facts, { before, after }: Changed<NodeView>): void => {
  const name = (before ?? after)?.name;
  const add = (what: NodeFact['what'], mark?: string): void =>
    facts.add({ about: 'node', what, ...(mark === undefined ? {} : { mark }) }, name);
  if (!after) {
    add('left');
    return;
  }
  if (!before) add('joined');
  const was = before ?? { ...after, state: 'ready', isCordoned: false };
  if (after.state !== was.state) add(after.state);
  if (after.isCordoned !== was.isCordoned) add(after.isCordoned ? 'cordoned' : 'uncordoned');
  for (const label of without(after.labels, was.labels)) add('labelled', label);
  for (const label of without(was.labels, after.labels))
    if (!after.labels.some((other) => keyOf(other) === keyOf(label))) add('unlabelled', label);
  for (const taint of without(after.taints, was.taints)) add('tainted', taint);
  for (const taint of without(was.taints, after.taints)) add('untainted', taint);
};

const without = (marks: readonly string[], others: readonly string[]): readonly string[] =>
  marks.filter((mark) => !others.includes(mark));

/** A label that only has another value has not been lost. */
const keyOf = (label: string): string => label.slice(0, label.indexOf('='));
