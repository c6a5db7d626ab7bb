import { expect } from 'chai';
import { stored, wrong } from '../objects.testkit';
import { controllerrevisions } from './kind';

const revision = (data?: unknown) => stored(controllerrevisions, { revision: 1, data });

describe('a revision', () => {
  it('holds data', () => {
    expect(wrong(controllerrevisions.validateCreate(revision()))).to.deep.equal([
      'data: Required value: data is mandatory',
    ]);
  });

  it('keeps its data', () => {
    const next = revision({ b: 1, a: '<' });
    expect(wrong(controllerrevisions.validateUpdate(next, revision({ a: 1 })))).to.deep.equal([
      'data: Invalid value: {"b":1,"a":"\\u003c"}: field is immutable',
    ]);
  });
});
