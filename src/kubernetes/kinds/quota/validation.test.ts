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

  it('about classes of volumes counts nothing but claims', () => {
    const scopes = ['VolumeAttributesClass'];
    const claims = { persistentvolumeclaims: '1', 'requests.storage': '1Gi' };
    expect(wrong(resourcequotas.validateCreate(on(claims, { scopes })))).to.deep.equal([]);
    expect(wrong(resourcequotas.validateCreate(on({ pods: '1' }, { scopes })))).to.deep.equal([
      'spec.scopes: Invalid value: ["VolumeAttributesClass"]: unsupported scope applied to resource',
    ]);
  });

  it('about pods counts no huge pages', () => {
    const pages = { 'requests.hugepages-2Mi': '2Mi' };
    expect(wrong(resourcequotas.validateCreate(on(pages, { scopes: ['BestEffort'] })))).to.deep.equal([
      'spec.scopes: Invalid value: ["BestEffort"]: unsupported scope applied to resource',
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
