import { expect } from 'chai';
import { stored, wrong } from '../objects.testkit';
import { resourcequotas } from './kind';

describe('a quota', () => {
  const on = (hard: object, more: object = {}) => stored(resourcequotas, { spec: { hard, ...more } });

  it('counts what can be counted', () => {
    expect(wrong(resourcequotas.validateCreate(on({ foo: '1' })))).to.deep.equal([
      'spec.hard[foo]: Invalid value: "foo": must be a standard resource type or fully qualified',
      'spec.hard[foo]: Invalid value: "foo": must be a standard resource for quota',
    ]);
  });

  it('keeps its scopes', () => {
    const scoped = on({ pods: '1' }, { scopes: ['BestEffort'] });
    expect(wrong(resourcequotas.validateUpdate(scoped, on({ pods: '1' })))).to.deep.equal([
      'spec.scopes: Invalid value: ["BestEffort"]: field is immutable',
    ]);
  });

  it('has in its status what can be counted', () => {
    const quota = on({ pods: '1' });
    const next = { ...quota, status: { used: { pods: '-1' } } };
    expect(wrong(resourcequotas.validateStatusUpdate(next, quota))).to.deep.equal([
      'status.used[pods]: Invalid value: "-1": must be greater than or equal to 0',
    ]);
  });
});
