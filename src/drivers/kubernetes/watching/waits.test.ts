import { expect } from 'chai';
import { Waits } from './waits';

describe('waiting', () => {
  it('looks whenever there is news, until it is so', async () => {
    const waits = new Waits();
    let looks = 0;
    const { over } = waits.until(() => ++looks > 2);
    for (let news = 0; news < 5; news++) waits.look();
    await over;
    expect(looks).to.equal(3);
  });

  it('is given up with what is said', async () => {
    const waits = new Waits();
    const { over, giveUp } = waits.until(() => false);
    giveUp(new Error('enough'));
    expect(await over.catch(({ message }: Error) => message)).to.equal('enough');
  });

  it('is of no use once all is over', async () => {
    const waits = new Waits();
    const early = waits.until(() => false).over.catch(({ message }: Error) => message);
    waits.end(new Error('closed'));
    const late = waits.until(() => false).over.catch(({ message }: Error) => message);
    expect(await Promise.all([early, late])).to.deep.equal(['closed', 'closed']);
    await waits.until(() => true).over;
  });
});
