import type { DaemonSet } from '../kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../kubernetes/kinds/node/node';
import type { Pod } from '../kubernetes/kinds/pod/pod';
import type { KubeObject } from '../kubernetes/object';
import type { Revisions } from './revisions';
import { blankNode, blankPod, blankSet, type Row, rowOfNode, rowOfPod, rowOfSet } from './rows';
import { viewOfNode, viewOfPod, viewOfSet } from './views';

/** What is pictured: nodes, pods, daemon sets. These numbers are part of the format. */
export type Kind = 0 | 1 | 2;
export const [NODE, POD, SET] = [0, 1, 2] as const satisfies readonly Kind[];
export const KINDS: readonly Kind[] = [NODE, POD, SET];

/** What a field is when a row ends before it. */
export const BLANK: Readonly<Record<Kind, Row>> = { [NODE]: blankNode, [POD]: blankPod, [SET]: blankSet };

/** In a row there is none: things are told apart by their place in the order in which they came. */
const NO_ID = '';

/** What is pictured of an object. */
export const rowOf = (kind: Kind, object: KubeObject, revisions: Revisions): Row => {
  switch (kind) {
    case NODE:
      return rowOfNode(viewOfNode(object as Node));
    case POD:
      return rowOfPod(viewOfPod(object as Pod, NO_ID, revisions.ofPod(object as Pod)));
    case SET:
      return rowOfSet(viewOfSet(object as DaemonSet, NO_ID, revisions.ofSet(object as DaemonSet)));
  }
};
