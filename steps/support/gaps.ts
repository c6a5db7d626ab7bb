import type { Cluster } from '../../src/port/cluster';

/**
 * What the cluster leaves out of what the example has written, as sentences, each place once. Nothing of a real cluster.
 */
export const gapsIn = ({ gaps, timeline }: Cluster): readonly string[] => {
  if (!gaps) return [];
  const found = new Map<string, string>();
  for (const { type, object } of timeline.changes()) {
    if (type === 'DELETED') continue;
    for (const { what, why } of gaps.of(object))
      found.set(
        `${object.kind} ${object.metadata.name} ${what}`,
        sentence(object.kind, object.metadata.name, what, why),
      );
  }
  return [...found.values()];
};

/** `Not modelled: spec.template.spec.hostUsers of DaemonSet "agent". Why.` */
const sentence = (kind: string, name: string, what: string, why: string): string =>
  `Not modelled: ${what === kind ? '' : `${what} of `}${kind} "${name}". ${why}`;
