import { AttachmentContentEncoding, type Envelope, TestStepResultStatus } from '@cucumber/messages';
import { expect } from 'chai';
import { ENDING, type Ending } from '../../run/ending';
import { endedAs } from './ended';

const TIME = { seconds: 0, nanos: 0 };

const step = (status: TestStepResultStatus, message?: string): Envelope => ({
  testStepFinished: {
    ...{ testCaseStartedId: '', testStepId: 'step 0', timestamp: TIME },
    testStepResult: { status, duration: TIME, ...(message === undefined ? {} : { message }) },
  },
});
const said = (kind: Ending['kind'], code: string): Envelope => ({
  attachment: {
    ...{ mediaType: ENDING, contentEncoding: AttachmentContentEncoding.IDENTITY },
    body: JSON.stringify({ kind, code, reason: `Because of ${code}.` }),
  },
});
const OVER: Envelope = { testCaseFinished: { testCaseStartedId: '', timestamp: TIME, willBeRetried: false } };

const { PASSED, FAILED, SKIPPED, UNKNOWN, UNDEFINED, AMBIGUOUS, PENDING } = TestStepResultStatus;
const passed = step(PASSED);
const failed = step(FAILED, 'AssertionError: It is not so.\nmore');

describe('how an attempt ended', () => {
  it('is well only if every step passed', () => {
    expect(endedAs([passed, passed, OVER])).to.deep.equal({ outcome: 'passed' });
    for (const status of [UNDEFINED, AMBIGUOUS, PENDING])
      expect(endedAs([passed, step(status), OVER]).outcome, status).to.equal('failed');
    for (const status of [SKIPPED, UNKNOWN])
      expect(endedAs([passed, step(status), OVER]), status).to.include({
        outcome: 'skipped',
        code: 'unsaid',
      });
    expect(endedAs([passed, failed, step(SKIPPED), OVER])).to.deep.equal({
      outcome: 'failed',
      reason: 'It is not so.',
    });
  });

  it('is in doubt whether its steps passed, failed or were skipped', () => {
    for (const each of [passed, failed, step(SKIPPED)])
      for (const attempt of [
        [each, said('inconclusive', 'gap'), OVER],
        [said('inconclusive', 'gap'), each, OVER],
        [said('skipped', 'long-waits'), each, said('inconclusive', 'gap'), OVER],
      ])
        expect(endedAs(attempt)).to.deep.equal({
          ...{ outcome: 'inconclusive', code: 'gap', reason: 'Because of gap.' },
        });
  });

  it('is in doubt until it is over', () => {
    expect(endedAs([passed, passed])).to.include({ outcome: 'inconclusive', code: 'broken-off' });
    expect(endedAs([])).to.include({ outcome: 'inconclusive', code: 'broken-off' });
  });

  it('is that it was left out only if nothing failed', () => {
    const left = said('skipped', 'long-waits');
    expect(endedAs([left, step(SKIPPED), OVER])).to.include({ outcome: 'skipped', code: 'long-waits' });
    expect(endedAs([left, step(SKIPPED), failed, OVER])).to.include({ outcome: 'failed' });
    expect(endedAs([left, passed, OVER])).to.include({ outcome: 'skipped', code: 'long-waits' });
  });

  it('proves nothing without a step', () => {
    expect(endedAs([OVER])).to.include({ outcome: 'skipped', code: 'unsaid' });
  });
});
