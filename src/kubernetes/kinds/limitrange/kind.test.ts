import { expect } from 'chai';
import { stored, wrong } from '../objects.testkit';
import { limitRangeDescription } from './description';
import { limitranges } from './kind';

const range = (...limits: object[]) => stored(limitranges, { spec: { limits } });
const problems = (...limits: object[]) => wrong(limitranges.validateCreate(range(...limits)));

describe('a limit range', () => {
  it('gives containers what is highest as their limit, and that or the least as their request', () => {
    const item = { type: 'Container', max: { cpu: '2' }, min: { memory: '1Gi' } };
    const { spec } = limitranges.defaults(range(item));
    expect(spec?.limits[0]).to.deep.include({
      default: { cpu: '2' },
      defaultRequest: { cpu: '2', memory: '1Gi' },
    });
    expect(limitranges.defaults(range({ ...item, type: 'Pod' })).spec?.limits[0]).not.to.have.property(
      'default',
    );
  });

  it('is about types and resources that there are, once each', () => {
    expect(problems({ type: 'Container', max: { cpu: '1' } }, { type: 'Container' })).to.deep.equal([
      'spec.limits[1].type: Duplicate value: "Container"',
    ]);
    expect(problems({ type: 'Crate' })).to.deep.equal([
      'spec.limits[0].type: Invalid value: "Crate": must be a standard limit type or fully qualified',
    ]);
    expect(problems({ type: 'Pod', max: { storage: '1Gi' } })).to.deep.equal([
      'spec.limits[0].max[storage]: Invalid value: "storage": must be a standard resource for containers',
    ]);
  });

  it('has nothing usual for pods, and something of storage for claims', () => {
    expect(problems({ type: 'Pod', default: { cpu: '1' }, defaultRequest: { cpu: '1' } })).to.deep.equal([
      "spec.limits[0].default: Forbidden: may not be specified when `type` is 'Pod'",
      "spec.limits[0].defaultRequest: Forbidden: may not be specified when `type` is 'Pod'",
    ]);
    expect(problems({ type: 'PersistentVolumeClaim' })).to.deep.equal([
      'spec.limits[0].limits: Required value: either minimum or maximum storage value is required, but neither was provided',
    ]);
  });

  it('has amounts that go together', () => {
    const cpu = (item: Readonly<Record<string, string>>) =>
      problems({
        type: 'example.com/box',
        ...Object.fromEntries(Object.entries(item).map(([field, quantity]) => [field, { cpu: quantity }])),
      });
    expect(
      cpu({ min: '1', defaultRequest: '1', default: '2', max: '2', maxLimitRequestRatio: '2' }),
    ).to.deep.equal([]);
    expect(cpu({ min: '2', max: '1' })).to.deep.equal([
      'spec.limits[0].min[cpu]: Invalid value: "2": min value 2 is greater than max value 1',
    ]);
    expect(cpu({ min: '2', defaultRequest: '1' })).to.deep.equal([
      'spec.limits[0].defaultRequest[cpu]: Invalid value: "1": min value 2 is greater than default request value 1',
    ]);
    expect(cpu({ defaultRequest: '2', default: '1', max: '1' })).to.deep.equal([
      'spec.limits[0].defaultRequest[cpu]: Invalid value: "2": default request value 2 is greater than max value 1',
      'spec.limits[0].defaultRequest[cpu]: Invalid value: "2": default request value 2 is greater than default limit value 1',
    ]);
    expect(cpu({ maxLimitRequestRatio: '500m' })).to.deep.equal([
      'spec.limits[0].maxLimitRequestRatio[cpu]: Invalid value: "500m": ratio 500m is less than 1',
    ]);
    expect(cpu({ min: '1', max: '2', maxLimitRequestRatio: '3' })).to.deep.equal([
      'spec.limits[0].maxLimitRequestRatio[cpu]: Invalid value: "3": ratio 3 is greater than max/min = 2.000000',
    ]);
  });

  it('is described in a table', () => {
    const text = limitRangeDescription.text(range({ type: 'Pod', max: { memory: '1024Mi' } }), {}, {
      now: 0,
    } as never);
    expect(text).to.match(/\nPod {9}memory {4}- {4}1Gi {2}- {16}- {14}-\n$/);
  });
});
