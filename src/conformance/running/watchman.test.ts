import { expect } from 'chai';
import { Watchman } from './watchman';

const MINUTE = 60_000;

describe('a failure of an example', () => {
  const nobody = new AbortController().signal;
  let now = 0;
  let answer: () => void = () => undefined;
  let watchman: Watchman;

  beforeEach(() => {
    now = 10 * MINUTE;
    answer = () => undefined;
    const send = async () => {
      answer();
      return { code: 200, body: {}, warnings: [] };
    };
    watchman = new Watchman({ send }, nobody, 0, () => now);
  });
  afterEach(() => watchman.end());

  const codeAt = async (began: number) => (await watchman.doubt(began))?.code;

  it('is believed of a server that is there, and was', async () => {
    expect(await codeAt(now - MINUTE)).to.equal(undefined);
  });

  it('says nothing while the server is away', async () => {
    answer = () => {
      throw new Error('gone');
    };
    expect(await codeAt(now)).to.equal('unreachable');
  });

  it('says nothing if it was away meanwhile, or so shortly before that controllers may not be back', async () => {
    answer = () => {
      throw new Error('gone');
    };
    await watchman.feel();
    answer = () => undefined;
    now += 5 * MINUTE;
    expect(await codeAt(now - 6 * MINUTE)).to.equal('recovering');
    expect(await codeAt(now - 5 * MINUTE + 59_000)).to.equal('recovering');
    expect(await codeAt(now - 5 * MINUTE + 61_000)).to.equal(undefined);
  });

  it('says nothing if the server took long to be reached', async () => {
    answer = () => {
      now += 20_000;
    };
    expect(await codeAt(now)).to.equal('recovering');
  });
});
