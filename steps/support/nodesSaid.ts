import type { Node } from '../../src/kubernetes/kinds/node/node';
import type { StringMap } from '../../src/kubernetes/object';
import { objectNow, objectsNow } from '../../src/timeline/objects';
import type { Scenario } from '../world';
import { checkNodes } from './daemonPods';
import { readLabels } from './values';

const NAME = '"[^"]*"';
const EVERY = 'every node';

/** Several names, as sentences write them, as a regular expression: `"east-1", "east-2" and "infra"`. */
export const NAMES = `${NAME}(?:(?:, ${NAME})* and ${NAME})?`;

/** What can be read as the nodes that a sentence speaks of, as a regular expression without groups that capture. */
export const NODES = `${EVERY} labelled ${NAME}|${EVERY}|(?:each of )?${NAMES}`;

/** The nodes that a sentence speaks of: by name, or by what they carry; without either, all of them. */
export interface NodesSaid {
  readonly names?: readonly string[];
  readonly labels?: StringMap;
}

export const readNames = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"/g)].map(([, name]) => name ?? '');

/** Reads `"east-1" and "east-2"`, `each of "east-1" and "east-2"`, `every node`, `every node labelled "role=worker"`. */
export const readNodes = (text: string): NodesSaid => {
  if (!text.startsWith(EVERY)) return { names: readNames(text) };
  const [labels] = readNames(text);
  return labels === undefined ? {} : { labels: readLabels(labels) };
};

/**
 * The names of the nodes that are meant. Every node is every one that there is now.
 * @throws if one of them never was, or is named twice; if there is no node that is meant: of no node everything is true
 */
export const namesOfNodes = (scenario: Scenario, { names, labels }: NodesSaid): readonly string[] => {
  if (names) {
    checkNodes(scenario, names);
    return names;
  }
  const changes = scenario.cluster.timeline.changes();
  const nodes = objectsNow(changes, 'Node').map((id) => objectNow(changes, id) as Node);
  const wanted = Object.entries(labels ?? {});
  const meant = nodes.filter(({ metadata }) =>
    wanted.every(([key, value]) => metadata.labels?.[key] === value),
  );
  if (meant.length > 0) return meant.map(({ metadata }) => metadata.name);
  if (nodes.length === 0) throw new Error('There is no node.');
  const said = wanted.map(([key, value]) => `${key}=${value}`).join(',');
  throw new Error(`No node is labelled "${said}". ${valuesOf(wanted, nodes)}`);
};

/** What nodes carry instead. */
const valuesOf = (wanted: readonly (readonly [string, string])[], nodes: readonly Node[]): string => {
  const keys = wanted.map(([key]) => key);
  const pairs = nodes.flatMap(({ metadata }) =>
    keys.flatMap((key) => {
      const value = metadata.labels?.[key];
      return value === undefined ? [] : [`${key}=${value}`];
    }),
  );
  return pairs.length > 0
    ? `There is: ${[...new Set(pairs)].sort().join(', ')}.`
    : `None has a label ${keys.map((key) => `"${key}"`).join(' or ')}.`;
};
