import { expect } from 'chai';
import { distributionOf } from './distribution';

const plain = { version: 'v1.36.2', groups: ['apps'], nodes: [{ labels: {}, providerID: '' }] };
const node = (labels: Record<string, string>, providerID = '') => [{ labels, providerID }];

describe('the distribution of a cluster', () => {
  for (const [name, signs] of Object.entries({
    kubernetes: {},
    rollcall: { groups: ['apps', 'machines.rollcall.dev', 'config.openshift.io'] },
    openshift: { groups: ['config.openshift.io', 'security.openshift.io'] },
    microshift: { groups: ['route.openshift.io', 'security.openshift.io'] },
    k3s: { version: 'v1.34.1+k3s1' },
    rke2: { version: 'v1.34.1+rke2r1' },
    k0s: { version: 'v1.34.1+k0s' },
    eks: { version: 'v1.33.5-eks-113cf36' },
    gke: { version: 'v1.33.5-gke.1201000' },
    aks: { nodes: node({ 'kubernetes.azure.com/cluster': 'mc' }) },
    minikube: { nodes: node({ 'minikube.k8s.io/name': 'minikube' }) },
    kind: { nodes: node({}, 'kind://docker/kind/kind-worker') },
  }))
    it(`is ${name} by its signs`, () => {
      const { name: found, toldBy } = distributionOf({ ...plain, ...signs });
      expect(found).to.equal(name);
      expect(toldBy).to.match(/\S/).and.not.contain('docker/kind');
    });
});
