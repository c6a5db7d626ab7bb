import { expect } from 'chai';
import { translate } from './pattern';

const names = { 노드들: 'nodes', 시간: 'duration' };
const ENGLISH = 'the pod of {string} on {nodes} is away for {duration}';

describe('a phrase of another language', () => {
  it('has its values in the same order', () => {
    expect(translate('{string} on {nodes}', '{string} {노드들}', names)).to.deep.equal({
      pattern: '{string} {노드들}',
      order: [0, 1],
    });
  });

  it('says which value is which where the order is another', () => {
    const other = '{3:시간} 동안 {2:노드들}에 {1:string}의 Pod가 없다';
    expect(translate(ENGLISH, other, names)).to.deep.equal({
      pattern: '{시간} 동안 {노드들}에 {string}의 Pod가 없다',
      order: [2, 1, 0],
    });
  });

  it('has every value', () => {
    expect(() => translate(ENGLISH, '{string} {노드들}', names)).to.throw(
      'parameter 3, {duration}, is there not',
    );
  });

  it('has none twice', () => {
    const twice = '{1:string} {1:string} {2:노드들} {3:시간}';
    expect(() => translate(ENGLISH, twice, names)).to.throw('parameter 1, {string}, is there twice');
  });

  it('has no other', () => {
    expect(() => translate('{string} waits', '{string} {시간}', names)).to.throw(
      '{시간} stands for {(nothing)}',
    );
  });

  it('has values of the same types', () => {
    expect(() => translate(ENGLISH, '{노드들} {string} {시간}', names)).to.throw(
      '{노드들} stands for {string}',
    );
  });

  it('need not say who does it', () => {
    expect(translate('{actor} run(s) {string}', '{2:string} 명령을 실행하면', names).order).to.deep.equal([
      undefined,
      0,
    ]);
  });
});
