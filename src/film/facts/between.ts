import { changesBetween } from '../changed';
import type { Scene } from '../scene';
import { type FactOnNodes, Facts } from './fact';
import { namingOf } from './naming';
import { addNode } from './nodes';
import { addPods } from './pods';
import { addCounts, addSet } from './sets';

/** What has happened between two pictures of one film. What daemon sets count is only said if nothing else has happened. */
export const factsBetween = (before: Scene, after: Scene): readonly FactOnNodes[] => {
  const { nodes, pods, sets } = changesBetween(before, after);
  const naming = namingOf(before, after);
  const facts = new Facts();
  for (const change of nodes) addNode(facts, change);
  for (const change of sets) addSet(facts, change, naming);
  addPods(facts, pods, naming);
  const order = new Map([...before.nodes, ...after.nodes].map(({ name }, index) => [name, index]));
  const found = facts.all(order);
  if (found.length > 0) return found;
  for (const change of sets) addCounts(facts, change, naming);
  return facts.all(order);
};
