/** What the scheduler says of nodes that it did not need to look at: those of others are among them. */
const ELSEWHERE = [
  "node(s) didn't satisfy plugin(s) [NodeAffinity]",
  "node(s) didn't match Pod's node affinity/selector",
  'Preemption is not helpful for scheduling',
];

const COUNT = /(\d+)\/(\d+) nodes are available: /g;

/** What is left of a list of reasons without so many nodes; undefined if they are not among those it names. */
const reasonsWithout = (reasons: string, foreign: number): string | undefined => {
  if (!/^\d/.test(reasons)) return reasons;
  for (const reason of ELSEWHERE) {
    const at = reasons.indexOf(` ${reason}`);
    const counted = at < 0 ? null : /\d+$/.exec(reasons.slice(0, at));
    if (counted === null || Number(counted[0]) < foreign) continue;
    const [number] = counted;
    const before = reasons.slice(0, at - number.length);
    const after = reasons.slice(at + 1 + reason.length);
    const left = Number(number) - foreign;
    if (left > 0) return `${before}${left} ${reason}${after}`;
    return before.endsWith(', ') ? before.slice(0, -2) + after : before + after.replace(/^, /, '');
  }
  return undefined;
};

/**
 * Why a pod finds no node, told of the example's nodes only: the scheduler counts all that there are. Those of others are
 * left out where it says that the pod may not run there; where it says something else of them, the text stays.
 * @param own how many nodes the example has
 * @see k8s.io/kubernetes/pkg/scheduler/framework FitError.Error
 */
export const withoutForeignNodes = (text: string, own: number): string => {
  const heads = [...text.matchAll(COUNT)];
  let told = text.slice(0, heads[0]?.index);
  for (const [index, head] of heads.entries()) {
    const from = head.index + head[0].length;
    const reasons = text.slice(from, heads[index + 1]?.index);
    const foreign = Number(head[2]) - own;
    const left = foreign > 0 ? reasonsWithout(reasons, foreign) : undefined;
    told += left === undefined ? head[0] + reasons : `${head[1]}/${own} nodes are available: ${left}`;
  }
  return told;
};
