import { expect } from 'chai';
import { stored, wrong } from '../objects.testkit';
import { csidrivers } from './kind';

const driver = (spec: object) => stored(csidrivers, { spec }, { name: 'disks.example.com' });
const wrongWith = (spec: object) => wrong(csidrivers.validateCreate(driver(spec)));
const tokens = [{ audience: 'vault', expirationSeconds: 3600 }];

describe('a CSI driver', () => {
  it('gets what it leaves out, but for the place of its tokens', () => {
    expect(driver({}).spec).to.deep.equal({
      attachRequired: true,
      podInfoOnMount: false,
      storageCapacity: false,
      fsGroupPolicy: 'ReadWriteOnceWithFSType',
      volumeLifecycleModes: ['Persistent'],
      requiresRepublish: false,
      seLinuxMount: false,
    });
  });

  it('has policies that there are, and tokens that live a while', () => {
    expect(wrongWith({ tokenRequests: tokens, serviceAccountTokenInSecrets: true })).to.deep.equal([]);
    expect(
      wrongWith({
        fsGroupPolicy: 'Mine',
        tokenRequests: [
          ...tokens,
          ...tokens,
          { audience: 'b', expirationSeconds: 599 },
          { audience: 'c', expirationSeconds: 2 ** 33 },
        ],
        volumeLifecycleModes: ['Brief'],
        nodeAllocatableUpdatePeriodSeconds: 9,
      }),
    ).to.deep.equal([
      'spec.fsGroupPolicy: Unsupported value: "Mine": supported values: "File", "None", "ReadWriteOnceWithFSType"',
      'spec.tokenRequests[1].audience: Duplicate value: "vault"',
      'spec.tokenRequests[2].expirationSeconds: Invalid value: 599: may not specify a duration less than 10 minutes',
      'spec.tokenRequests[3].expirationSeconds: Invalid value: 8589934592: may not specify a duration larger than 2^32 seconds',
      'spec.volumeLifecycleModes: Unsupported value: "Brief": supported values: "Persistent", "Ephemeral"',
      'spec.nodeAllocatableUpdatePeriodSeconds: Invalid value: 9: must be greater than or equal to 10 seconds',
    ]);
    expect(wrongWith({ serviceAccountTokenInSecrets: true })).to.deep.equal([
      'spec.serviceAccountTokenInSecrets: Invalid value: true: serviceAccountTokenInSecrets is set but no tokenRequests are specified',
    ]);
  });

  it('attaches or does not, for good', () => {
    const causes = csidrivers.validateUpdate(driver({ attachRequired: false }), driver({}));
    expect(wrong(causes).filter((cause) => cause.startsWith('spec'))).to.deep.equal([
      'spec.attachedRequired: Invalid value: false: field is immutable',
    ]);
  });

  it('is warned where its tokens may be logged, once', () => {
    const wanting = driver({ tokenRequests: tokens });
    expect(csidrivers.warnings(wanting)[0]).to.match(/^spec.serviceAccountTokenInSecrets is unset; /);
    expect(csidrivers.warnings(wanting, driver({}))).to.have.length(1);
    expect(csidrivers.warnings(wanting, wanting)).to.deep.equal([]);
    expect(csidrivers.warnings(driver({}))).to.deep.equal([]);
    expect(
      csidrivers.warnings(driver({ tokenRequests: tokens, serviceAccountTokenInSecrets: false })),
    ).to.deep.equal([]);
  });
});
