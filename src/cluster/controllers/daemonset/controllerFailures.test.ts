import { expect } from 'chai';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { ControllerStage } from './controller.testkit';

const { pods } = resources;

describe('the daemon set controller', () => {
  let stage = new ControllerStage();
  beforeEach(() => {
    stage = new ControllerStage();
  });

  describe('replaces a failed pod', () => {
    it('at once the first time, and says so', () => {
      stage.createSet();
      const { name } = stage.theOneOn().metadata;
      stage.end('Failed');
      expect(stage.theOneOn().metadata.name).not.to.equal(name);
      expect(stage.said('FailedDaemonPod')).to.deep.equal([
        `Found failed daemon pod shop/${name} on node east-1, will try to kill it`,
      ]);
    });

    it('a second later the next time, then two', () => {
      stage.createSet();
      stage.end('Failed');
      const waits = [1, 2].map(() => {
        const before = stage.loop.now;
        stage.end('Failed');
        return stage.loop.now - before;
      });
      expect(waits).to.deep.equal([1000, 2000]);
      expect(stage.made).to.have.length(4);
    });

    it('not before its time, however often it looks', () => {
      stage.createSet();
      stage.end('Failed');
      const { name } = stage.theOneOn().metadata;
      stage.amendStatus<Pod>(pods, name, ({ status }) => ({ ...status, phase: 'Failed' }));
      for (let round = 0; round < 9; round++) {
        stage.loop.pass(100);
        stage.amend<Pod>(pods, name, ({ metadata, ...pod }) => ({
          ...pod,
          metadata: { ...metadata, labels: { ...metadata.labels, round: `${round}` } },
        }));
      }
      stage.loop.pass(99);
      expect(stage.theOneOn().metadata.name).to.equal(name);
      stage.loop.pass(1);
      expect(stage.theOneOn().metadata.name).not.to.equal(name);
    });

    it('at once again on another node, and in another generation of the set', () => {
      stage.node('west-1');
      stage.createSet();
      const waits = (node: string): number => {
        const before = stage.loop.now;
        stage.end('Failed', stage.theOneOn(node));
        return stage.loop.now - before;
      };
      expect([waits('east-1'), waits('west-1')]).to.deep.equal([0, 0]);
      stage.changeSpec({ revisionHistoryLimit: 5 });
      stage.settle();
      expect(waits('east-1')).to.equal(0);
      expect(waits('east-1')).to.equal(1000);
    });

    it('at once, though it was held back, when the spec of the set has changed', () => {
      stage.createSet();
      for (let round = 0; round < 4; round++) stage.end('Failed');
      const { name } = stage.theOneOn().metadata;
      stage.amendStatus<Pod>(pods, name, ({ status }) => ({ ...status, phase: 'Failed' }));
      stage.loop.pass(100);
      expect(stage.theOneOn().metadata.name).to.equal(name);
      stage.changeSpec({ revisionHistoryLimit: 5 });
      stage.loop.pass(0);
      expect(stage.theOneOn().metadata.name).not.to.equal(name);
    });

    it('the whole of the back-off after it has looked, if nothing wakes the set before', () => {
      stage.createSet();
      stage.end('Failed');
      const { name } = stage.theOneOn().metadata;
      stage.loop.pass(600);
      stage.amendStatus<Pod>(pods, name, ({ status }) => ({ ...status, phase: 'Failed' }));
      stage.loop.pass(999);
      expect(stage.theOneOn().metadata.name).to.equal(name);
      stage.loop.pass(1);
      expect(stage.theOneOn().metadata.name).not.to.equal(name);
    });

    it('that has succeeded at once every time, and says so', () => {
      stage.createSet();
      const { name } = stage.theOneOn().metadata;
      for (let round = 0; round < 3; round++) stage.end('Succeeded');
      expect(stage.loop.now).to.equal(0);
      expect(stage.made).to.have.length(4);
      expect(stage.said('SucceededDaemonPod')).to.include(
        `Found succeeded daemon pod shop/${name} on node east-1, will try to delete it`,
      );
    });
  });
});
