import { expect } from 'chai';
import { describeEvents, type ShownEvent } from './events';
import { toText } from './text';

const event = (rest: Partial<ShownEvent>): ShownEvent => ({
  type: 'Normal',
  reason: 'Scheduled',
  message: 'Successfully assigned',
  source: { component: 'default-scheduler' },
  count: 1,
  firstTimestamp: '2026-01-01T00:00:00Z',
  lastTimestamp: '2026-01-01T00:00:00Z',
  ...rest,
});

describe('the events of a description', () => {
  it('count what happened more than once, oldest first', () => {
    const events = [
      event({ reason: 'Late', count: 4, lastTimestamp: '2026-01-01T00:00:20Z', type: 'Warning' }),
      event({ reason: 'Early', message: ' trimmed \n' }),
    ];
    expect(toText(describeEvents(events, 30_000))).to.equal(
      `Events:
  Type     Reason  Age                From               Message
  ----     ------  ----               ----               -------
  Normal   Early   30s                default-scheduler  trimmed
  Warning  Late    10s (x4 over 30s)  default-scheduler  Successfully assigned
`,
    );
  });

  it('are none, or are left out', () => {
    expect(describeEvents([], 0)).to.deep.equal(['Events:\t<none>']);
    expect(describeEvents(undefined, 0)).to.deep.equal([]);
  });
});
