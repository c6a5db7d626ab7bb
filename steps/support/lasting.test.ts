import { expect } from 'chai';
import { definitionsIn } from '../../src/catalogue/phrases/definitions';
import { phrasesOfHouse } from '../../src/run/tried.testkit';
import type { BelowOptions } from './below';

describe('a sentence', function () {
  this.timeout(60_000);
  let phrases: readonly { readonly pattern: string; readonly lasts?: BelowOptions['lasts'] }[];

  before(async () => {
    const definitions = definitionsIn(await phrasesOfHouse());
    phrases = [...definitions.values()].map(({ pattern, options }) => {
      const { lasts } = (options.wrapperOptions ?? {}) as BelowOptions;
      return { pattern: String(pattern), ...(lasts && { lasts }) };
    });
  });

  const thatLast = (lasts: BelowOptions['lasts']): readonly string[] =>
    phrases.flatMap((each) => (each.lasts === lasts && !/[가-힣]/.test(each.pattern) ? [each.pattern] : []));

  it('is looked at again, but for these: what has happened has happened', () => {
    expect([...thatLast('true')].sort()).to.deep.equal([
      'all pods of {string} were ready {span} before they were available',
      'for a while {string} had two pods of {string}',
      'node {string} was marked unreachable after {span}',
      'the daemon set {string} was gone after all of its pods',
      'the daemon set {string} was gone before any of its pods',
      'the events of {string} include:',
      'the pod of {string} for {string} went at once with its node',
      'the pod of {string} on {string} outlived its node by {span}',
      'the pod of {string} on {string} was created again at least {int} times, less and less often',
      'the pod of {string} on {string} was ready {span} after its creation',
      'the pod of {string} {on} {string} was created with:',
      'the pod {string} was asked to leave after {span}',
      'the pod(s) of {string} {on} {nodes} was/were replaced( since)',
      'the status of {string} went through:',
      'the update of {string} took {span}',
    ]);
  });

  it('is waited for and looked at again, but for these: they speak of an answer', () => {
    expect([...thatLast('always')].sort()).to.deep.equal([
      'it is refused:',
      'it prints nothing',
      'it prints, among other lines:',
      'it prints:',
    ]);
  });

  it('is looked at again if it says that something is, stays, or never was', () => {
    expect([...thatLast('neither')].sort()).to.deep.equal([
      '(the daemon set ){string} runs one pod on {nodes}',
      '(the daemon set ){string} runs one pod on {nodes} and nowhere else',
      '(up to ){count} node(s) ran two pods of {string} at the same time(, and never more)(, those on their way out not counted)',
      '(up to ){count} pod(s) of {string} was/were unavailable( at the same time)(, and never more)',
      'a new pod of {string} waits beside the old one on {string}',
      'all pods of {string} are ready',
      'all pods of {string} run version {string}',
      'at most {int} events {string} of {string} are listed',
      'at most {int} pod(s) of {string} was/were ever created on {string}',
      'at no time was/were more than {count} pod(s) of {string} unavailable',
      'every node had an available pod of {string} all the time',
      'every pod of {string} had a node from the moment it was created',
      'every pod of {string} on {string} failed with the reason {string}',
      'no event of {string} is a warning',
      'no node ever had two pods of {string} at the same time',
      'no pod of {string} is left',
      'no pod of {string} is left on {names}',
      'no pod of {string} was created since',
      'no pod of {string} was ever created',
      'no revision of {string} is left',
      'node {string} was never marked unreachable',
      'nothing was told about {string} since',
      'of the pods of {string} on {string} only the oldest is left',
      'only {count} pod(s) of {string} was/were replaced',
      'the container(s) of {string} on {nodes} restarted {count} time(s)',
      'the daemon set {string} contains:',
      'the new pod of {string} on {string} came only when the old one was gone',
      'the new pod of {string} on {string} came {span} after the old one was asked to leave',
      'the new pods of {string} came {span} apart',
      'the old pod(s) of {string} on {names} stayed until the new one was available',
      'the pod of {string} on {string} came again every {span}',
      'the pod of {string} {on} {string} contains:',
      'the pod of {string} {on} {string} tolerates exactly:',
      'the pod that {string} released still runs on {string}',
      'the pod {string} (still )runs on {string}',
      'the pod {string} belongs to nobody',
      'the pod {string} belongs to {string}',
      'the pod {string} has ended without an error',
      'the pod {string} is listed as {word}',
      'the pod {string} is pending',
      'the pod {string} was never asked to leave',
      'the pod(s) of {string} for {nodes} is/are pending',
      'the pod(s) of {string} on {nodes} carry/carries the hash of revision {int}',
      'the pod(s) of {string} on {nodes} has/have no owner',
      'the pod(s) of {string} on {nodes} run(s) version {string}',
      'the pod(s) of {string} {on} {nodes} has/have version {string}',
      'the pod(s) of {string} {on} {nodes} is/are listed as {word}',
      'the pod(s) of {string} {on} {nodes} is/are {readiness}',
      'the pod(s) of {string} {on} {nodes} was/were never replaced( in the whole example)',
      'the pod(s) of {string} {on} {nodes} was/were not replaced( since)',
      'the revisions of {string} are:',
      'the status of {string} did not change',
      'the status of {string} is:',
      'the template of {string} was never changed',
      'there is no daemon set {string}',
      'there is no pod {string}( any more)',
      '{names} never had a pod of {string}',
      '{string} runs versions {names} side by side on {string}',
    ]);
  });
});
