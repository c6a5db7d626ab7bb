import { type Envelope, TestStepResultStatus } from '@cucumber/messages';
import { expect } from 'chai';
import { RunLog } from '../../run/log';
import { rehearse } from '../rehearsal/rehearse';
import { SmallSuite } from '../suite.testkit';
import type { Attempt } from './attempt';
import { endedAs } from './ended';
import { locationsOf, merge } from './merge';

const NOW = { seconds: 1, nanos: 0 };
const finished = (testStepId: string, status = TestStepResultStatus.PASSED): Envelope => ({
  testStepFinished: {
    testCaseStartedId: '',
    testStepId,
    testStepResult: { status, duration: NOW },
    timestamp: NOW,
  },
});
const attachment = (testStepId: string): Envelope => ({
  attachment: {
    testCaseStartedId: '',
    testStepId,
    body: 'Skipped: it takes too long.',
    mediaType: 'text/x.cucumber.log+plain',
    contentEncoding: 'IDENTITY',
  } as Envelope['attachment'],
});

/** An attempt in a process that has a hook which is not known elsewhere. */
const attempt = (...happened: readonly Envelope[]): Attempt => [
  { testCaseStarted: { attempt: 0, id: '', testCaseId: '', timestamp: NOW } },
  finished('before 0'),
  attachment('before 0'),
  ...happened,
  { testCaseFinished: { testCaseStartedId: '', timestamp: NOW, willBeRetried: false } },
];

describe('many attempts told as one run', () => {
  const suite = new SmallSuite('    Example: it works\n      When it works\n      Then it is well\n');
  let base: readonly Envelope[];
  before(async () => {
    base = (await rehearse(await suite.plan())).messages;
  });
  after(() => suite.remove());

  const toldOf = (one: Attempt | undefined, counts = true) => {
    const log = new RunLog();
    const span = { began: 1, ended: 2 };
    for (const message of merge(base, () => ({ attempt: one, counts }), span, true)) log.take(message);
    const [example] = log.examples();
    if (!example) throw new Error('There is no example.');
    return example;
  };

  it('names an example by path and line', () => {
    expect([...locationsOf(base).values()]).to.deep.equal([`${suite.feature}:5`]);
  });

  it('loses nothing that a hook attached, and takes no hook for a step', () => {
    const example = toldOf(attempt(finished('step 0'), finished('step 1', TestStepResultStatus.FAILED)));
    expect(example.steps.map(({ outcome }) => outcome)).to.deep.equal(['passed', 'failed']);
    expect(example.steps.flatMap(({ attachments }) => attachments.map(({ body }) => body))).to.deep.equal([
      'Skipped: it takes too long.',
    ]);
  });

  it('takes nothing for passed that proves nothing', () => {
    const all = attempt(finished('step 0'), finished('step 1'));
    expect(toldOf(all).outcome).to.equal('passed');
    expect(toldOf(all, false).outcome).to.equal('skipped');
  });

  it('tells of an example whose turn never came', () => {
    expect(toldOf(undefined)).to.include({ outcome: 'skipped', isUnreached: true });
  });

  it('does not believe an attempt that was broken off', () => {
    const whole = attempt(finished('step 0'), finished('step 1'));
    expect(endedAs(whole).outcome).to.equal('passed');
    expect(endedAs(whole.slice(0, -1))).to.include({ outcome: 'inconclusive', code: 'broken-off' });
  });
});
