/** What the scheduler says of nodes that it did not need to look at: those of others are among them. */
const ELSEWHERE = [
  "node(s) didn't satisfy plugin(s) [NodeAffinity]",
  "node(s) didn't match Pod's node affinity/selector",
  'Preemption is not helpful for scheduling',
];

const COUNT = /(\d+)\/(\d+) nodes are available: /g;

/** Reasons, each with a number, up to the end of their sentence. */
const COUNTED = /^\d+ .*?(?=\.( |$))/;

const numberOf = (reason: string): number => Number.parseInt(reason, 10);

/** A list of reasons without so many nodes; undefined if they are not among those it names. */
const reasonsWithout = (text: string, foreign: number): string | undefined => {
  const [list] = COUNTED.exec(text) ?? [];
  if (list === undefined) return text;
  const reasons = list.split(', ');
  const at = reasons.findIndex((each) =>
    ELSEWHERE.some((reason) => each === `${numberOf(each)} ${reason}` && numberOf(each) >= foreign),
  );
  const found = reasons[at];
  if (found === undefined) return undefined;
  const left = numberOf(found) - foreign;
  const kept = reasons.toSpliced(at, 1, ...(left > 0 ? [found.replace(/^\d+/, `${left}`)] : []));
  // The scheduler sorts them as texts, numbers and all.
  const told = kept.sort().join(', ');
  const rest = text.slice(list.length);
  return told === '' ? rest.replace(/^\. ?/, '') : told + rest;
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
