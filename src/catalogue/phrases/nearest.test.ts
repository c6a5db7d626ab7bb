import { StepDefinitionPatternType } from '@cucumber/messages';
import { expect } from 'chai';
import fc from 'fast-check';
import { editDistance, likeness, nearest } from './nearest';
import { phrasesOf } from './phrase';

const patterns = [
  'node {string} is labelled {string}',
  'the label {string} is removed from node {string}',
  'node {string} goes silent',
  'no pod of {string} is left on {string}',
  '{duration} pass(es)',
  '노드 {string}이/가 제거된다/제거되면',
];

const phrases = phrasesOf({
  stepDefinitions: patterns
    .filter((pattern) => !pattern.includes('{duration}'))
    .map((source, index) => ({
      id: String(index),
      pattern: { source, type: StepDefinitionPatternType.CUCUMBER_EXPRESSION },
      sourceReference: {},
    })),
  parameterTypes: [],
});

const nearestTo = (step: string) => nearest(step, phrases).map(({ pattern }) => pattern);

describe('the nearest phrases', () => {
  it('are found in spite of another spelling and other names', () => {
    expect(nearestTo('node "gpu-node-1" gets labeled with "zone=a"')[0]).to.equal(
      'node {string} is labelled {string}',
    );
  });

  it('are told by the words, not by how many parameters there are', () => {
    expect(nearestTo('the node "a" goes quiet')[0]).to.equal('node {string} goes silent');
  });

  it('are of the language of the step', () => {
    expect(nearestTo('노드 "east-1"을 없애면')).to.deep.equal(['노드 {string}이/가 제거된다/제거되면']);
    expect(nearestTo('no pod of "가" is there').join()).not.to.match(/[가-힣]/);
  });

  it('are at most three, and at least one', () => {
    expect(nearestTo('node "a" is labelled "b" and its pod is left on "c"')).to.have.lengthOf.within(1, 3);
    expect(nearestTo('bananas ripen')).to.have.lengthOf(1);
  });

  it('count a choice of words as the one that fits', () => {
    expect(likeness('the pods are gone', 'the pod(s) is/are gone')).to.be.greaterThan(
      likeness('the pods are gone', 'the pod(s) is gone'),
    );
  });

  it('rank a step above all others that is written with the phrase itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...patterns), fc.stringMatching(/^[a-z0-9-]{1,8}$/), (pattern, name) => {
        const step = pattern
          .replaceAll('{string}', `"${name}"`)
          .replace('{duration}', '5 minutes')
          .replace('(es)', '');
        const others = patterns.filter((other) => other !== pattern).map((other) => likeness(step, other));
        expect(likeness(step, pattern)).to.be.greaterThan(Math.max(...others));
      }),
    );
  });
});

describe('the edit distance', () => {
  const word = fc.stringMatching(/^[a-c]{0,6}$/);

  it('is a metric', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, a)).to.equal(0);
        expect(editDistance(a, b)).to.equal(editDistance(b, a));
        expect(editDistance(a, c)).to.be.at.most(editDistance(a, b) + editDistance(b, c));
        expect(editDistance(a, b)).to.be.at.most(Math.max(a.length, b.length));
        if (a !== b) expect(editDistance(a, b)).to.be.greaterThan(0);
      }),
    );
  });
});
