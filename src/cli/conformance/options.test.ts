import { expect } from 'chai';
import { readArguments } from '../support/arguments';
import { askedIn, CONFORMANCE_FLAGS, cleanUpIn } from './options';

const typed = (text: string) => readArguments(text === '' ? [] : text.split(' '), CONFORMANCE_FLAGS);

describe('what a conformance run is asked for', () => {
  it('leaves open what the cluster decides', () => {
    expect(askedIn(typed('--context kind'))).to.deep.equal({
      context: 'kind',
      kubeconfig: undefined,
      consents: false,
      parallel: 1,
      mode: undefined,
      patience: undefined,
      hold: undefined,
      profile: undefined,
      run: undefined,
      allowsForeignPods: false,
      failFast: false,
      resumes: false,
    });
  });

  it('is taken as it is typed', () => {
    const words =
      '--context kind --kubeconfig k --yes --parallel 8 --shared --patience 10m --hold 0s --profile core --run ab1';
    expect(askedIn(typed(`${words} --allow-foreign-pods --fail-fast --resume`))).to.deep.equal({
      context: 'kind',
      kubeconfig: 'k',
      consents: true,
      parallel: 8,
      mode: 'shared',
      patience: 600_000,
      hold: 0,
      profile: 'core',
      run: 'ab1',
      allowsForeignPods: true,
      failFast: true,
      resumes: true,
    });
  });

  it('may be to clean up after a run, or after all', () => {
    expect(cleanUpIn(typed('--context kind'))).to.equal(undefined);
    expect(cleanUpIn(typed('--cleanup --context kind'))).to.deep.equal({ run: undefined, releases: false });
    expect(cleanUpIn(typed('--cleanup ab1 --release-finalizers'))).to.deep.equal({
      run: 'ab1',
      releases: true,
    });
  });

  for (const [text, message] of [
    ['', 'Say which cluster, with --context NAME: nothing is done to one that is not named.'],
    ['--context a --parallel many', '--parallel is "many". It takes a whole number from 1 to 32, like 8.'],
    ['--context a --parallel 33', '--parallel is "33". It takes a whole number from 1 to 32, like 8.'],
    ['--context a --exclusive --parallel 2', 'Leave out --parallel 2, or --exclusive.'],
    ['--context a --exclusive --shared', '--exclusive and --shared: a cluster is used in one way'],
    ['--context a --patience 65', '--patience is "65". It takes a time from 1s to 24h, like 65s, 10m, 1h.'],
    ['--context a --patience 25h', '--patience is "25h". It takes a time from 1s to 24h'],
    ['--context a --hold 11m', '--hold is "11m". It takes a time from 0s to 10m, like 3s.'],
    ['--context a --profile all', 'There is no profile "all". There are: core, extended, openshift.'],
    ['--context a --run My-Run', '--run My-Run: the name of a run has lower-case letters and digits'],
  ] as const)
    it(`makes sense, not as in ${text || 'nothing'}`, () => {
      expect(() => askedIn(typed(text))).to.throw(message);
    });

  for (const [text, message] of [
    ['--cleanup ab1 features', 'features: with --cleanup nothing is run.'],
    ['--cleanup features/x.feature', '--cleanup features/x.feature: the name of a run has'],
    ['--release-finalizers', '--release-finalizers belongs to --cleanup.'],
  ] as const)
    it(`cleans up sensibly, not as in ${text}`, () => {
      expect(() => cleanUpIn(typed(text))).to.throw(message);
    });
});
