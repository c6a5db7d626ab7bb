import { expect } from 'chai';
import fc from 'fast-check';
import { deepEqual } from '../kubernetes/fields/equality';
import { controllerOf } from '../kubernetes/fields/meta';
import type { ControllerRevision } from '../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../kubernetes/kinds/daemonset/daemonSet';
import { revisionHashOf } from '../kubernetes/kinds/daemonset/revisionLabels';
import type { Node } from '../kubernetes/kinds/node/node';
import type { Pod } from '../kubernetes/kinds/pod/pod';
import type { KubeObject } from '../kubernetes/object';
import type { Change } from '../timeline/change';
import { readFilm, shoot, shotsOf } from './film';
import { cutHistories } from './histories.testkit';
import type { Scene } from './scene';
import { viewOfNode, viewOfPod, viewOfSet } from './views';

const EMPTY: Scene = { nodes: [], pods: [], sets: [] };

/** What a film must show, by the shortest way: all there is, looked at anew. */
const sceneOf = (changes: readonly Change[]): Scene => {
  const there = new Map<string, { readonly id: string; readonly object: KubeObject }>();
  const came: Record<string, number> = { Pod: 0, DaemonSet: 0 };
  const revisions: ControllerRevision[] = [];
  for (const { type, object } of changes) {
    const { kind, metadata } = object;
    const id = there.get(metadata.uid)?.id ?? String(came[kind]);
    if (type === 'ADDED') came[kind] = (came[kind] ?? 0) + 1;
    if (type === 'DELETED') there.delete(metadata.uid);
    else there.set(metadata.uid, { id, object });
    if (kind === 'ControllerRevision' && type !== 'DELETED') revisions.push(object as ControllerRevision);
  }
  /** Of those that share owner and hash, the last one counts. */
  const ofOwner = (uid: string | undefined) =>
    revisions.filter(
      (each, index) =>
        controllerOf(each)?.uid === uid &&
        !revisions
          .slice(index + 1)
          .some((next) => controllerOf(next)?.uid === uid && revisionHashOf(next) === revisionHashOf(each)),
    );
  const ofSet = ({ metadata, spec }: DaemonSet) =>
    ofOwner(metadata.uid)
      .filter(({ data }) => {
        const { $patch, ...template } = (data as { spec: { template: { $patch: string } } }).spec.template;
        return $patch === 'replace' && deepEqual(template, spec.template);
      })
      .map(({ revision }) => revision)
      .sort((a, b) => b - a)[0];
  const ofPod = (pod: Pod) =>
    ofOwner(controllerOf(pod)?.uid).find((each) => revisionHashOf(each) === revisionHashOf(pod))?.revision;
  const all = (kind: string) => [...there.values()].filter(({ object }) => object.kind === kind);
  return {
    nodes: all('Node').map(({ object }) => viewOfNode(object as Node)),
    pods: all('Pod').map(({ object, id }) => viewOfPod(object as Pod, id, ofPod(object as Pod))),
    sets: all('DaemonSet').map(({ object, id }) =>
      viewOfSet(object as DaemonSet, id, ofSet(object as DaemonSet)),
    ),
  };
};

/** The last picture of each step: the one of the step before, if there is no other. */
const endings = (film: ReturnType<typeof shoot>): readonly Scene[] => {
  let last = EMPTY;
  return shotsOf(film).map((shot) => {
    last = shot.at(-1)?.scene ?? last;
    return last;
  });
};

describe('a film', () => {
  it('shows what there is at the end of each step, whatever happened', () => {
    fc.assert(
      fc.property(cutHistories, ({ changes, cuts }) => {
        const film = readFilm(JSON.stringify(shoot(changes, cuts)));
        expect(film && endings(film)).to.deep.equal(cuts.map((cut) => sceneOf(changes.slice(0, cut))));
      }),
    );
  });

  it('has no two pictures in a row that are the same, and none that is out of order', () => {
    fc.assert(
      fc.property(cutHistories, ({ changes, cuts }) => {
        const frames = shotsOf(shoot(changes, cuts)).flat();
        frames.forEach(({ at, scene }, index) => {
          const before = frames[index - 1];
          expect(scene).to.not.deep.equal(before?.scene ?? EMPTY);
          expect(at).to.be.at.least(before?.at ?? 0);
        });
      }),
    );
  });

  it('counts from the beginning of the example, whatever the clock says', () => {
    fc.assert(
      fc.property(cutHistories, fc.nat(), ({ changes, cuts }, began) => {
        const later = changes.map((change) => ({ ...change, at: change.at + began }));
        expect(shotsOf(shoot(later, cuts, began))).to.deep.equal(shotsOf(shoot(changes, cuts)));
      }),
    );
  });

  it('shows everything that ever was there', () => {
    fc.assert(
      fc.property(cutHistories, ({ changes }) => {
        const seen = new Set(
          shotsOf(shoot(changes, [changes.length])).flatMap((shot) =>
            shot.flatMap(({ scene }) => scene.pods.map(({ id }) => id)),
          ),
        );
        const were = changes.filter(({ type, object }) => type === 'ADDED' && object.kind === 'Pod').length;
        expect(seen.size).to.equal(were);
      }),
    );
  });
});
