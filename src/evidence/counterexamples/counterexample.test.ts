import { TestStepResultStatus } from '@cucumber/messages';
import { expect } from 'chai';
import { phrasesOf } from '../../catalogue/phrases/phrase';
import { type Ending, logOf } from '../../run/run.testkit';
import { faultOf } from './counterexample.testkit';
import { lacksOf, thenPhrases } from './coverage.testkit';

const feature = `Feature: Pods
  Example: a pod runs elsewhere
    It stays where it is.
    > The pod should run on "east-1".
    When 1 minute passes
    Then the pod runs on "east-1"
`;

const phrases = ['{int} minute passes', 'the pod runs on {string}', 'all is well'];

const failing = (message: string, type = 'AssertionError', at = 'runs'): ((step: string) => Ending) => {
  const end = {
    status: TestStepResultStatus.FAILED,
    message: `${type}: ${message}\n    at step.ts:1 of the phrase`,
    type,
  };
  return (step) => (step.includes(at) ? end : { status: TestStepResultStatus.PASSED });
};

const untrue = failing('The pod should run on "east-1".');
const misspelt = failing('There never was a node "east-1". Did you mean "east-2"?', 'Error');

const fault = (text: string, ending?: (step: string) => Ending): string | undefined => {
  const [example] = logOf({ feature: text, phrases, ending }).examples();
  if (!example) throw new Error('It was not tried.');
  return faultOf(example);
};

describe('a counter-example', () => {
  it('is red in its last step, with its words', () => {
    expect(fault(feature, untrue)).to.equal(undefined);
  });

  it('is not green', () => {
    expect(fault(feature)).to.equal('It is green, and must be red.');
  });

  it('is not red before its last step', () => {
    expect(fault(feature, failing('The pod should run on "east-1".', 'Error', 'passes'))).to.contain(
      'It is red before its last step, at "1 minute passes"',
    );
  });

  it('says what it must say, and not only on the way there', () => {
    expect(fault(feature, misspelt)).to.contain('It does not say "The pod should run on "east-1"."');
    const path = feature.replace('> The pod should run on "east-1".', '> at step.ts:1 of the phrase');
    expect(fault(path, untrue)).to.contain('It does not say');
  });

  it('shows words, and more than two', () => {
    expect(fault(feature.replace(/ {4}>.*\n/, ''), untrue)).to.contain('with which words');
    expect(fault(feature.replace(/>.*/, '> The pod'), untrue)).to.contain('could be said of anything');
  });

  it('does not break down', () => {
    const ending = failing('The pod should run on "east-1".', 'TypeError');
    expect(fault(feature, ending)).to.contain('It breaks down');
  });

  it('is written in phrases that there are', () => {
    expect(fault(feature.replace('the pod runs', 'the pod walks'))).to.contain('Its last step is undefined');
  });
});

describe('the dictionary', () => {
  const lacks = (...endings: readonly ((step: string) => Ending)[]): readonly string[] => {
    const logs = endings.map((ending) => logOf({ feature, phrases, ending }));
    const [log] = logs;
    if (!log) throw new Error('Nothing was tried.');
    const all = thenPhrases(phrasesOf(log), log.pickles());
    expect(all.map(({ pattern }) => pattern)).to.deep.equal(['the pod runs on {string}']);
    return lacksOf(
      all,
      logs.flatMap((each) => each.examples()),
    );
  };

  const notTrue = 'steps/nodes.ts:2: "the pod runs on {string}" has no example in which it is not true.';
  const notMisspelt =
    'steps/nodes.ts:2: "the pod runs on {string}" has no example in which its parameter 1, {string}, is a misspelt name.';

  it('lacks nothing that is countered, in itself and in its names', () => {
    expect(lacks(untrue, misspelt)).to.deep.equal([]);
  });

  it('lacks a sentence that does not hold', () => {
    expect(lacks(misspelt)).to.deep.equal([notTrue]);
  });

  it('lacks a misspelt name', () => {
    expect(lacks(untrue)).to.deep.equal([notMisspelt]);
    const other = failing('There never was a node "west-1". Did you mean "east-1"?', 'Error');
    expect(lacks(untrue, other)).to.deep.equal([notMisspelt]);
  });

  it('lacks both if what fails is not the last step', () => {
    expect(lacks(failing('It is late.', 'AssertionError', 'passes'))).to.deep.equal([notTrue, notMisspelt]);
  });
});
