import { expect } from 'chai';
import type { RunLog } from '../../src/run/log';
import { logOfTrying } from '../../src/run/tried.testkit';

describe('a Korean phrase', () => {
  let log: RunLog;
  before(async () => {
    log = await logOfTrying('features/ko/what-it-is/joining-nodes.feature');
  });

  it('is defined where it is written, and so is the English one', () => {
    const placeOf = (pattern: string) => {
      const { sourceReference } = log.stepDefinitions.find((each) => each.pattern.source === pattern) ?? {};
      return `${sourceReference?.uri}:${sourceReference?.location?.line}`;
    };
    expect(placeOf('노드 {이름들}이/가 있다')).to.match(/^steps\/ko\/nodes\.ts:\d+$/);
    expect(placeOf('the node(s) {names}')).to.match(/^steps\/nodes\/machines\.ts:\d+$/);
  });

  it('is one of a phrase that there is in English', async () => {
    const { inKorean } = await import('./korean');
    expect(() => inKorean('the node {string} sings', '노드 {string}이/가 노래한다')).to.throw(
      'No English phrase is "the node {string} sings"',
    );
  });
});
