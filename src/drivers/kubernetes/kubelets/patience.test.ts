import { expect } from 'chai';
import { ConnectionLost } from '../connection/connectionLost';
import { lost, refused } from './kubelets.testkit';
import { Ended, Patience } from './patience';

describe('patience with an API server', () => {
  it('sends again what the server had trouble with, and says what that was', async () => {
    const patience = new Patience();
    const troubles: (string | undefined)[] = [];
    const again: boolean[] = [];
    const errors = [refused('TooManyRequests', 429), lost];
    const result = await patience.insist(async (isAgain) => {
      again.push(isAgain);
      troubles.push(patience.trouble);
      const error = errors.shift()?.();
      if (error) throw error;
      return 'done';
    });
    expect(result).to.equal('done');
    expect(again).to.deep.equal([false, true, true]);
    expect(troubles).to.deep.equal([undefined, 'TooManyRequests', 'The reply was lost.']);
    expect(patience.trouble).to.equal(undefined);
  });

  it('takes a refusal for what it is, and a server that is given up', async () => {
    for (const error of [refused('Forbidden', 403)(), new ConnectionLost('It is gone.')]) {
      let tries = 0;
      const thrown = await new Patience()
        .insist(async () => {
          tries++;
          throw error;
        })
        .catch((reason: unknown) => reason);
      expect(thrown).to.equal(error);
      expect(tries).to.equal(1);
    }
  });

  it('ends: nothing is sent again, and nothing that waits for its turn', async () => {
    const patience = new Patience();
    let sent = 0;
    let answer: (() => void)[] = [];
    const waiting = Array.from({ length: 20 }, () =>
      patience.insist(async () => {
        sent++;
        await new Promise<void>((resolve) => answer.push(resolve));
      }),
    );
    await new Promise(setImmediate);
    expect(sent).to.equal(16);
    patience.close();
    for (const each of answer) each();
    answer = [];
    const outcomes = await Promise.allSettled(waiting);
    expect(sent).to.equal(16);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(16);
    const late = await patience.insist(async () => 'late').catch((error: unknown) => error);
    expect(late).to.be.instanceOf(Ended);
  });

  it('sends at most sixteen requests at a time, and all in the end', async () => {
    const patience = new Patience();
    let now = 0;
    let most = 0;
    const all = Array.from({ length: 50 }, (_, index) =>
      patience.insist(async () => {
        most = Math.max(most, ++now);
        await new Promise(setImmediate);
        now--;
        return index;
      }),
    );
    expect(await Promise.all(all)).to.have.length(50);
    expect(most).to.equal(16);
  });
});
