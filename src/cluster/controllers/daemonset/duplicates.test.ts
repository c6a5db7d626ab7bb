import { expect } from 'chai';
import type { ControllerRevision } from '../../../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { aDaemonSet } from '../../../kubernetes/kinds/samples.testkit';
import { Stage } from '../../stage.testkit';
import { DaemonSetController } from './controller';

const { controllerrevisions, daemonsets, pods } = resources;
const HASH = 'controller-revision-hash';

describe('two revisions of a daemon set that remember one template', () => {
  let stage = new Stage();
  const settle = () => stage.loop.settle(600_000);
  const hashes = () =>
    ([...stage.registry.store.all(pods)] as Pod[]).map(({ metadata }) => metadata.labels?.[HASH]);
  const revisions = () => [...stage.registry.store.all(controllerrevisions)] as ControllerRevision[];

  beforeEach(() => {
    stage = new Stage();
    new DaemonSetController(stage);
    for (const name of ['east-1', 'east-2']) stage.node(name);
    stage.create<DaemonSet>(aDaemonSet());
    settle();
  });

  /**
   * A copy of the current revision appears, with the hash "copy" and a higher number. That wakes nobody: something else
   * happens to the daemon set.
   */
  const copyCurrent = (): void => {
    const { metadata, ...rest } = revisions().at(-1) as ControllerRevision;
    const { labels, ownerReferences } = metadata;
    stage.create({
      ...rest,
      metadata: { name: 'agent-copy', labels: { ...labels, [HASH]: 'copy' }, ownerReferences },
      revision: 7,
    });
    settle();
    expect(revisions().map(({ metadata: { name } }) => name))
      .to.include('agent-copy')
      .and.have.length.above(1);
    stage.amend<DaemonSet>(daemonsets, 'agent', (set) => ({
      ...set,
      metadata: { ...set.metadata, annotations: { ...set.metadata.annotations, nudged: 'yes' } },
    }));
    settle();
  };

  it('become one, and the pods follow', () => {
    const before = stage.names(pods);
    copyCurrent();
    expect(revisions().map(({ revision }) => revision)).to.deep.equal([7]);
    expect(hashes()).to.deep.equal(['copy', 'copy']);
    expect(stage.names(pods)).to.deep.equal(before);
  });

  it('make even pods of other templates pass for new ones', () => {
    const before = stage.names(pods);
    stage.amend<DaemonSet>(daemonsets, 'agent', (set) => ({
      ...set,
      spec: { ...set.spec, updateStrategy: { type: 'OnDelete' } },
    }));
    stage.amend<DaemonSet>(daemonsets, 'agent', ({ spec, ...set }) => ({
      ...set,
      spec: {
        ...spec,
        template: { ...spec.template, metadata: { labels: { app: 'agent', version: 'v2' } } },
      },
    }));
    settle();
    copyCurrent();
    expect(hashes()).to.deep.equal(['copy', 'copy']);
    expect(stage.names(pods)).to.deep.equal(before);
    expect(stage.find<DaemonSet>(daemonsets, 'agent')?.status.updatedNumberScheduled).to.equal(2);
  });
});
