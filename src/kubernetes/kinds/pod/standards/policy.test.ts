import { expect } from 'chai';
import { podSecurityOf } from './policy';
import { nameOf } from './standards';

const read = (labels: Readonly<Record<string, string>>) => {
  const { policy, causes } = podSecurityOf(
    Object.fromEntries(
      Object.entries(labels).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value]),
    ),
  );
  const { enforce, audit, warn } = policy;
  return {
    policy: [enforce, audit, warn].map(nameOf).join(' '),
    causes: causes.map(({ field, message }) => `${field}: ${message}`),
  };
};

describe('what labels of a namespace say of its pods', () => {
  it('is nothing without labels', () => {
    expect(read({}).policy).to.equal('privileged:latest privileged:latest privileged:latest');
    expect(podSecurityOf(undefined).causes).to.deep.equal([]);
  });

  it('is what is enforced, and warned of if nothing else is said', () => {
    expect(read({ enforce: 'restricted', 'enforce-version': 'v1.30' }).policy).to.equal(
      'restricted:v1.30 privileged:latest restricted:v1.30',
    );
    expect(read({ enforce: 'restricted', 'warn-version': 'v1.30' }).policy).to.equal(
      'restricted:latest privileged:latest restricted:v1.30',
    );
    expect(read({ enforce: 'restricted', warn: 'baseline' }).policy).to.equal(
      'restricted:latest privileged:latest baseline:latest',
    );
    expect(read({ audit: 'baseline', 'audit-version': 'v1.0' }).policy).to.equal(
      'privileged:latest baseline:v1.0 privileged:latest',
    );
  });

  it('is next to nothing allowed, nothing written down and nothing warned of, if it is wrong', () => {
    const level = 'must be one of privileged, baseline, restricted';
    const version = 'must be "latest" or "v1.x"';
    const at = 'metadata.labels[pod-security.kubernetes.io/';
    expect(read({ enforce: 'x', audit: 'y', warn: 'z', 'warn-version': 'v1.07' })).to.deep.equal({
      policy: 'restricted:latest privileged:latest privileged:latest',
      causes: [
        `${at}enforce]: Invalid value: "x": ${level}`,
        `${at}audit]: Invalid value: "y": ${level}`,
        `${at}warn]: Invalid value: "z": ${level}`,
        `${at}warn-version]: Invalid value: "v1.07": ${version}`,
      ],
    });
  });
});
