import { AssertionError, expect } from 'chai';
import { Inconclusive } from '../../src/port/inconclusive';
import { LeftOut } from '../../src/port/leftOut';
import type { Scenario } from '../world';
import { failForGood } from './expectations';
import { answered, happened } from './lasting';
import { waitForIt } from './patience';
import { Watched } from './watched';

const WAITS = { limit: 20_000, hold: 3000 };
const STEP = 1000;

/** What a sentence needs of a scenario, with a clock that nobody waits for. */
const scenarioWith = (given: { readonly waits?: typeof WAITS; readonly doubt?: string } = {}) => {
  let now = 0;
  const time = {
    now: () => now,
    pass: async (duration: number) => {
      now += duration;
    },
    eventually: async (check: () => unknown, { within }: { readonly within: number }) => {
      for (const end = now + within; ; now += STEP) {
        try {
          return await check();
        } catch (error) {
          if (now >= end) throw error;
        }
      }
    },
  };
  const cluster = { time, ...given };
  const noted: unknown[] = [];
  const written = { text: 'it stays', uri: 'a.feature', line: 7, rows: [], isThen: true };
  const scenario = {
    cluster,
    clusterInUse: cluster,
    written,
    watched: new Watched(),
    leaveOut: (...why: readonly string[]) => {
      noted.push(why);
      return 'skipped';
    },
    noteDoubt: (error: unknown) => {
      noted.push(error);
      throw error;
    },
  };
  return { time, noted, scenario: scenario as unknown as Scenario }; // as much of one as a sentence uses
};

/** What can be said of a sentence: when it is true, in ms; for good if it is not. */
const trueFrom =
  (time: { now(): number }, from: number, until = Number.POSITIVE_INFINITY) =>
  () => {
    if (time.now() < from || time.now() >= until)
      throw new AssertionError('It is not so.', { expected: 'a', actual: 'b' });
  };

const failing = async (promise: unknown): Promise<Error> => {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('It did not fail.');
};

const THEN = { lasts: 'neither' } as const;

describe('a sentence', () => {
  it('that is a Then is waited for until it is true', async () => {
    const { time, scenario } = scenarioWith({ waits: WAITS });
    await waitForIt(trueFrom(time, 5000), THEN).call(scenario);
    expect(time.now()).to.equal(5000);
  });

  it('is waited for no longer than there is patience', async () => {
    const { time, scenario } = scenarioWith({ waits: WAITS });
    const error = await failing(waitForIt(trueFrom(time, 30_000), THEN).call(scenario));
    expect([error.message, time.now()]).to.deep.equal(['It is not so.', WAITS.limit]);
  });

  it('is looked at once where a look tells all', async () => {
    const { time, scenario } = scenarioWith();
    expect(() => waitForIt(trueFrom(time, 5000), THEN).call(scenario)).to.throw('It is not so.');
  });

  it('that is a Given or a When is done once', () => {
    const { time, scenario } = scenarioWith({ waits: WAITS });
    expect(() => waitForIt(trueFrom(time, 5000), {}).call(scenario)).to.throw('It is not so.');
  });

  it('of an answer that was given is not waited for', () => {
    const { time, scenario } = scenarioWith({ waits: WAITS });
    const code = waitForIt(trueFrom(time, 5000), answered().wrapperOptions);
    expect(() => code.call(scenario)).to.throw('It is not so.');
  });

  it('that is false for good is not waited for', async () => {
    const { time, scenario } = scenarioWith({ waits: WAITS });
    const never = () => failForGood('It happened.', '(nothing)', 'it');
    const error = await failing(waitForIt(never, THEN).call(scenario));
    expect([error.message, time.now()]).to.deep.equal(['It happened.', 0]);
  });

  it('is not waited for where the cluster is in doubt', async () => {
    const { time, scenario } = scenarioWith({ waits: WAITS, doubt: 'A watch has missed something.' });
    await failing(waitForIt(trueFrom(time, 5000), THEN).call(scenario));
    expect(time.now()).to.equal(0);
  });

  it('leaves a doubt behind that it ends with, be it a Then or not', async () => {
    const cases = [THEN, undefined].flatMap((options) =>
      [{ waits: WAITS }, {}].map((given) => ({ options, given })),
    );
    for (const { options, given } of cases) {
      const { time, noted, scenario } = scenarioWith(given);
      const lost = new Inconclusive('A reply was lost.');
      expect(await failing(waitForIt(() => Promise.reject(lost), options).call(scenario))).to.equal(lost);
      expect([noted, time.now()]).to.deep.equal([[lost], 0]);
    }
  });

  it('is left out where the cluster is not going to do what it asks', async () => {
    const { noted, scenario } = scenarioWith({ waits: WAITS });
    const leftOut = new LeftOut('not-safe', 'a node would be deleted');
    expect(await waitForIt(() => Promise.reject(leftOut), undefined).call(scenario)).to.equal('skipped');
    expect(noted).to.deep.equal([['not-safe', 'a node would be deleted']]);
  });
});

describe('what was true', () => {
  const lookAgain = ({ scenario }: ReturnType<typeof scenarioWith>) =>
    scenario.watched.lookAgain(scenario.cluster, WAITS, () => {});

  it('is looked at again when it was watched for long enough', async () => {
    const given = scenarioWith({ waits: WAITS });
    await waitForIt(trueFrom(given.time, 0, 2000), THEN).call(given.scenario);
    const error = await failing(lookAgain(given));
    expect(error).to.be.instanceOf(AssertionError);
    expect(error.message).to.equal(
      'This was true, and 3.0 seconds later it was true no longer: it stays\nIt is not so.',
    );
    expect(error).to.include({ expected: 'a', actual: 'b' });
  });

  it('is looked at again when the cluster was asked whether it has told everything', async () => {
    const given = scenarioWith({ waits: WAITS });
    let isTold = true;
    const look = () => {
      if (isTold) return;
      throw new AssertionError('There is another pod.');
    };
    await waitForIt(look, THEN).call(given.scenario);
    const confirm = async () => {
      expect(given.time.now()).to.equal(3000);
      isTold = false;
    };
    const { scenario } = given;
    const cluster = { ...scenario.cluster, confirm };
    const error = await failing(scenario.watched.lookAgain(cluster, WAITS, () => {}));
    expect(error.message).to.match(/There is another pod[.]$/);
  });

  it('is watched from the first look on, and no longer than it must be', async () => {
    const given = scenarioWith({ waits: WAITS });
    await waitForIt(trueFrom(given.time, 0), THEN).call(given.scenario);
    await given.time.pass(2000);
    await waitForIt(trueFrom(given.time, 0), THEN).call(given.scenario);
    await lookAgain(given);
    expect(given.time.now()).to.equal(3000);
  });

  for (const [what, wrapperOptions] of [
    ['is', THEN],
    ['has happened', happened().wrapperOptions],
  ] as const)
    it(`is watched as long as that once something ${what} that was waited for: more may come of it`, async () => {
      const given = scenarioWith({ waits: WAITS });
      await waitForIt(trueFrom(given.time, 10_000), wrapperOptions).call(given.scenario);
      await waitForIt(trueFrom(given.time, 0, 11_000), THEN).call(given.scenario);
      const error = await failing(lookAgain(given));
      expect(error.message).to.match(/^This was true, and 3.0 seconds later it was true no longer/);
    });

  it('is not watched if it has happened, or was done before something else', async () => {
    const given = scenarioWith({ waits: WAITS });
    await waitForIt(trueFrom(given.time, 0), happened().wrapperOptions).call(given.scenario);
    await lookAgain(given);
    await waitForIt(trueFrom(given.time, 0, 2000), THEN).call(given.scenario);
    given.scenario.watched.forget();
    await lookAgain(given);
    expect(given.time.now()).to.equal(0);
  });
});
