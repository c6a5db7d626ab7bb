import { expect } from 'chai';
import { aPod } from '../samples.testkit';
import { qualityOfService } from './qos';

const full = { cpu: '1', memory: '1Gi' };
const qualityOf = (...resources: object[]): string =>
  qualityOfService(aPod({ containers: resources.map((each) => ({ name: 'c', resources: each })) }).spec);

describe('the quality of service of a pod', () => {
  it('is BestEffort if no container asks for anything', () => {
    expect(qualityOf({}, {})).to.equal('BestEffort');
    expect(qualityOf({ requests: { 'example.com/gpu': '1' } })).to.equal('BestEffort');
  });

  it('is Guaranteed if every container gets exactly what it asks for', () => {
    expect(qualityOf({ requests: full, limits: full }, { requests: full, limits: full })).to.equal(
      'Guaranteed',
    );
    expect(qualityOf({ limits: full })).to.equal('Guaranteed');
  });

  it('is Burstable if one container is less sure', () => {
    expect(qualityOf({ requests: full, limits: full }, {})).to.equal('Burstable');
    expect(qualityOf({ requests: { cpu: '1' } })).to.equal('Burstable');
    expect(qualityOf({ requests: { cpu: '500m' }, limits: full })).to.equal('Burstable');
    expect(qualityOf({ limits: { cpu: '1' } })).to.equal('Burstable');
  });

  it('is said by what the pod asks for as a whole, if it does', () => {
    const qualityWith = (resources: object): string =>
      qualityOfService(
        aPod({ containers: [{ name: 'c', resources: { limits: full } }], spec: { resources } }).spec,
      );
    expect(qualityWith({ requests: { cpu: '1' } })).to.equal('Burstable');
    expect(qualityWith({ requests: full, limits: full })).to.equal('Guaranteed');
    expect(qualityWith({})).to.equal('Guaranteed');
  });

  it('looks at init containers too', () => {
    const { spec } = aPod({ containers: [{ name: 'c', resources: { limits: full } }] });
    expect(qualityOfService({ ...spec, initContainers: [{ name: 'init' }] })).to.equal('Burstable');
  });
});
