import { expect } from 'chai';
import { spoilt, stored, wrong } from '../objects.testkit';
import { poddisruptionbudgets } from './kind';
import type { PodDisruptionBudget } from './podDisruptionBudget';

const { validateCreate, validateUpdate, validateStatusUpdate } = poddisruptionbudgets;
const budget = (spec: object, metadata: object = {}) =>
  stored(poddisruptionbudgets, { spec }, { ...metadata }) as PodDisruptionBudget;
const wrongWith = (spec: object, metadata: object = {}) => wrong(validateCreate(budget(spec, metadata)));

describe('a disruption budget', () => {
  it('says nothing, or how many must stay, or how many may go', () => {
    for (const spec of [{}, { minAvailable: 2 }, { minAvailable: '50%' }, { maxUnavailable: 0 }])
      expect(wrongWith(spec)).to.deep.equal([]);
    expect(wrongWith({ minAvailable: 1, maxUnavailable: '10%' })).to.deep.equal([
      'spec: Invalid value: {"MinAvailable":1,"Selector":null,"MaxUnavailable":"10%","UnhealthyPodEvictionPolicy":null}: minAvailable and maxUnavailable cannot be both set',
    ]);
  });

  it('counts up from nothing to all', () => {
    expect(wrongWith({ minAvailable: -1 })).to.deep.equal([
      'spec.minAvailable: Invalid value: -1: must be greater than or equal to 0',
    ]);
    expect(wrongWith({ maxUnavailable: '150%' })).to.deep.equal([
      'spec.maxUnavailable: Invalid value: "150%": must not be greater than 100%',
    ]);
    expect(wrongWith({ minAvailable: 'half' })[0]).to.match(
      /^spec.minAvailable: Invalid value: "half": a valid percent string must be a numeric string/,
    );
  });

  it('knows two ways to deal with pods that are not healthy', () => {
    expect(wrongWith({ unhealthyPodEvictionPolicy: 'AlwaysAllow' })).to.deep.equal([]);
    expect(wrongWith({ unhealthyPodEvictionPolicy: 'Never' })).to.deep.equal([
      'spec.unhealthyPodEvictionPolicy: Unsupported value: "Never": supported values: "AlwaysAllow", "IfHealthyBudget"',
    ]);
  });

  it('may be called, and finalized, as it likes', () => {
    expect(wrongWith({}, { name: 'Web_Budget', finalizers: ['plain'] })).to.deep.equal([]);
    expect(wrongWith({}, { name: 'a/b' })).to.deep.equal([
      `metadata.name: Invalid value: "a/b": may not contain '/'`,
    ]);
  });

  it('may be changed altogether', () => {
    const next = budget({ maxUnavailable: 1, selector: { matchLabels: { app: 'shop' } } });
    expect(wrong(validateUpdate(next, budget({ minAvailable: 1 })))).to.deep.equal([]);
  });

  it('begins with nothing in its status, and the generation 1', () => {
    const sent = spoilt(budget({ minAvailable: 1 }), { status: { disruptionsAllowed: 7 } });
    expect(poddisruptionbudgets.prepareForCreate(sent).status).to.deep.equal({
      currentHealthy: 0,
      desiredHealthy: 0,
      disruptionsAllowed: 0,
      expectedPods: 0,
    });
    expect(poddisruptionbudgets.countsGenerations).to.equal(true);
  });

  it('has no fewer than none of anything in its status, and conditions that are whole', () => {
    const current = budget({ minAvailable: 1 });
    const condition = { type: 'DisruptionAllowed', status: 'Maybe', reason: '1', message: '' };
    const status = { ...current.status, currentHealthy: -1, conditions: [condition, condition] };
    expect(
      wrong(validateStatusUpdate(spoilt(current, { status }), current)).map((each) => each.slice(0, 60)),
    ).to.deep.equal(
      [
        'status.conditions[0].status: Unsupported value: "Maybe": supp',
        'status.conditions[0].lastTransitionTime: Required value',
        'status.conditions[0].reason: Invalid value: "1": a condition ',
        'status.conditions[1].type: Duplicate value: "DisruptionAllowe',
        'status.conditions[1].status: Unsupported value: "Maybe": supp',
        'status.conditions[1].lastTransitionTime: Required value',
        'status.conditions[1].reason: Invalid value: "1": a condition ',
        'status.currentHealthy: Invalid value: -1: must be greater tha',
      ].map((each) => each.slice(0, 60)),
    );
  });
});
