import { expect } from 'chai';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { aDaemonSet, aPod } from '../../kubernetes/kinds/samples.testkit';
import { ApiError, badRequest, namespaceTerminating } from '../../kubernetes/refusals';
import { calm } from '../simulation/disturbance';
import { refusalOf, Stage } from '../stage.testkit';
import { Client, type NewObject } from './client';
import { ControllerExpectations } from './expectations';
import { PodControl } from './podControl';
import { EventRecorder } from './recorder';

const { events, pods } = resources;
const lost = new ApiError({ code: 504, reason: 'Timeout', message: 'the reply was lost' });

const newPods = (count: number): NewObject[] =>
  Array.from({ length: count }, () => {
    const { apiVersion, kind, spec } = aPod();
    return { apiVersion, kind, metadata: { generateName: 'agent-', namespace: 'shop' }, spec };
  });

describe('what an owner wants done to pods', () => {
  let stage = new Stage();
  let set = aDaemonSet();
  let expectations = new ControllerExpectations();
  let tries = 0;
  /** What the API says to each try, counted from 1; nothing means that all is well. */
  let answer: (attempt: number) => Error | undefined = () => undefined;
  beforeEach(() => {
    stage = new Stage();
    set = stage.create<DaemonSet>(aDaemonSet());
    expectations = new ControllerExpectations();
    tries = 0;
    answer = () => undefined;
  });

  const carry = (creations: readonly NewObject[], deletions: readonly Pod[] = []) => {
    const client = new Client(stage.registry, {
      ...calm,
      write: (write) => {
        const error = answer(++tries);
        if (error && error !== lost) throw error;
        const result = write();
        if (error) throw error;
        return result;
      },
    });
    const recorder = new EventRecorder(new Client(stage.registry, calm), stage.loop, 'test');
    new PodControl(client, recorder, 250).carryOut(set, expectations, creations, deletions, 0);
  };
  const refuseAt = (...attempts: number[]) => {
    answer = (attempt) => (attempts.includes(attempt) ? badRequest(`no to ${attempt}`) : undefined);
  };
  const said = () =>
    ([...stage.registry.store.all(events)] as Event[]).map(({ reason, message }) => `${reason} ${message}`);
  /** Whether exactly so many creations and deletions are still expected. */
  const areExpected = (creations: number, deletions: number): void => {
    for (let seen = 0; seen < creations + deletions; seen++) {
      expect(expectations.satisfied(0), `after ${seen} were seen`).to.equal(false);
      if (seen < creations) expectations.creationObserved();
      else expectations.deletionObserved();
    }
    expect(expectations.satisfied(0)).to.equal(true);
  };

  it('is done, said and expected to be seen', () => {
    stage.pod('gone-soon');
    carry(newPods(2), [stage.find<Pod>(pods, 'gone-soon') as Pod]);
    const [first, second, ...others] = stage.names(pods);
    expect(others).to.deep.equal([]);
    expect(said()).to.have.members([
      `SuccessfulCreate Created pod: ${first}`,
      `SuccessfulCreate Created pod: ${second}`,
      'SuccessfulDelete Deleted pod: gone-soon',
    ]);
    areExpected(2, 1);
  });

  it('is at most so many creations, and as many deletions, in one go', () => {
    const surplus = Array.from({ length: 260 }, (_, index) => stage.pod(`surplus-${index}`));
    carry(newPods(260), surplus);
    expect(stage.names(pods).filter((name) => name.startsWith('agent-'))).to.have.length(250);
    expect(stage.names(pods).filter((name) => name.startsWith('surplus-'))).to.have.length(10);
    areExpected(250, 250);
  });

  it('is created in batches of 1, 2, 4, …, and a refusal ends the round with its batch', () => {
    const rounds = [1, 2, 3, 4, 7, 8, 15, 16].map((refused) => {
      tries = 0;
      refuseAt(refused);
      refusalOf(() => carry(newPods(20)));
      return tries;
    });
    expect(rounds).to.deep.equal([1, 3, 3, 7, 7, 15, 15, 20]);
  });

  it('is not expected if it was refused, or never tried', () => {
    refuseAt(2);
    refusalOf(() => carry(newPods(20)));
    expect(stage.names(pods)).to.have.length(2);
    areExpected(2, 0);
  });

  it('is said if it was refused, and the first refusal is handed on', () => {
    refuseAt(2, 3);
    expect(refusalOf(() => carry(newPods(20))).message).to.equal('no to 2');
    expect(said()).to.include.members([
      'FailedCreate Error creating: no to 2',
      'FailedCreate Error creating: no to 3',
    ]);
  });

  it('is deleted, all of it, though some creations or deletions are refused', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => stage.pod(name)) as [Pod, Pod, Pod];
    refuseAt(1, 3);
    expect(refusalOf(() => carry(newPods(1), [a, b, c])).message).to.equal('no to 1');
    expect(stage.names(pods)).to.deep.equal(['b']);
    expect(said()).to.include('FailedDelete Error deleting: no to 3');
    areExpected(0, 2);
  });

  it('is not expected either if only the reply was lost', () => {
    answer = () => lost;
    expect(refusalOf(() => carry(newPods(1), [stage.pod('a')]))).to.equal(lost);
    areExpected(0, 0);
  });

  it('is expected, and nothing is said or thrown, where the namespace is on its way out', () => {
    answer = () => namespaceTerminating(pods, 'agent-1', 'shop');
    carry(newPods(3));
    expect(said()).to.deep.equal([]);
    areExpected(3, 0);
  });

  it('is not missed if somebody else has deleted it, or another pod has its name', () => {
    const [gone, replaced] = [stage.pod('gone'), stage.pod('replaced')];
    for (const name of ['gone', 'replaced']) stage.delete(pods, name);
    stage.pod('replaced');
    carry([], [gone, replaced]);
    expect(stage.names(pods)).to.deep.equal(['replaced']);
    expect(said()).to.deep.equal([]);
    areExpected(0, 0);
  });

  it('does not hide faults of the program', () => {
    answer = () => new TypeError('a bug');
    expect(() => carry(newPods(1))).to.throw(TypeError);
    expect(() => carry([], [stage.pod('a')])).to.throw(TypeError);
  });
});
