import type { Obstacle } from './filters';

const count = (reasons: Iterable<string>): string => {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, times]) => `${times} ${reason}`)
    .sort()
    .join(', ');
};

/**
 * Says why a pod fits nowhere, as the scheduler does: how many nodes have which obstacle, and whether preemption
 * would help.
 * @param nodes how many nodes there are
 * @param named the pod names its node, so that no other was looked at
 */
export const explain = (
  obstacles: Iterable<Obstacle>,
  nodes: number,
  named: boolean,
  preempts: boolean,
): string => {
  if (nodes === 0) return '0/0 nodes are available: no nodes available to schedule pods.';
  const met = [...obstacles];
  const others = nodes - met.length;
  const elsewhere = named
    ? Array<string>(others).fill("node(s) didn't satisfy plugin(s) [NodeAffinity]")
    : [];
  const reasons = count([...met.flatMap((obstacle) => obstacle.reasons), ...elsewhere]);
  const available = `0/${nodes} nodes are available`;
  if (preempts) return `${available}: ${reasons}.`;
  const helpless = count([
    ...met.map((obstacle) =>
      obstacle.preemptible
        ? 'No preemption victims found for incoming pod'
        : 'Preemption is not helpful for scheduling',
    ),
    ...elsewhere.map(() => 'Preemption is not helpful for scheduling'),
  ]);
  return `${available}: ${reasons}. preemption: ${available}: ${helpless}.`;
};
