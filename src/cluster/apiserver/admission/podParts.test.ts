import { expect } from 'chai';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Manifest } from '../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../stage.testkit';
import { administrator } from '../requests/caller';

const main = { name: 'main', image: 'agent:v1' };

describe('what admission writes into pods', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  const pod = (spec: object = {}, metadata: object = { name: 'a' }): Pod =>
    stage.server.create(
      { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [main], ...spec } } as Manifest,
      administrator,
      NAMESPACE,
    ) as Pod;
  const refused = (spec: object, metadata?: object): string =>
    refusalOf(() => pod(spec, metadata)).message.replace(/^pods "a" is forbidden: /, '');

  describe('of its runtime class', () => {
    const runtimeClassName = 'nvidia';
    const mismatch = "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead";
    const runtimeClass = (rest: object = {}) =>
      stage.create({
        apiVersion: 'node.k8s.io/v1',
        kind: 'RuntimeClass',
        metadata: { name: runtimeClassName },
        handler: 'nvidia',
        ...rest,
      } as Manifest);

    it('is nothing without one, and a pod cannot say what it costs by itself', () => {
      expect(pod().spec.overhead).to.equal(undefined);
      expect(refused({ overhead: { cpu: '1' } })).to.equal(
        'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead',
      );
      expect(refused({ runtimeClassName }, { generateName: 'a-' })).to.equal(
        'pods "a-" is forbidden: pod rejected: RuntimeClass "nvidia" not found',
      );
    });

    it('is what it costs, which the pod may say the same way', () => {
      runtimeClass({ overhead: { podFixed: { cpu: '250m' } } });
      expect(pod({ runtimeClassName }).spec.overhead).to.deep.equal({ cpu: '250m' });
      expect(pod({ runtimeClassName, overhead: { cpu: '0.25' } }, { name: 'b' }).metadata.name).to.equal('b');
      expect(refused({ runtimeClassName, overhead: { cpu: '1' } })).to.equal(mismatch);
    });

    it('is where it is to be had, unless the pod contradicts it', () => {
      const tolerations = [{ key: 'gpu', operator: 'Exists' }];
      runtimeClass({ scheduling: { nodeSelector: { gpu: 'yes' }, tolerations } });
      const { spec } = pod({ runtimeClassName, nodeSelector: { zone: 'a' } });
      expect(spec.nodeSelector).to.deep.equal({ zone: 'a', gpu: 'yes' });
      expect(spec.tolerations?.at(-1)).to.deep.equal(tolerations[0]);
      expect(refused({ runtimeClassName, nodeSelector: { gpu: 'no' } })).to.equal(
        'conflict: runtimeClass.scheduling.nodeSelector[gpu] = yes; pod.spec.nodeSelector[gpu] = no',
      );
    });
  });

  describe('of its service account', () => {
    const account = (rest: object = {}, metadata: object = {}) =>
      stage.create({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'robot', ...metadata },
        ...rest,
      } as Manifest);
    const serviceAccountName = 'robot';

    it('is what images are pulled with', () => {
      account({ imagePullSecrets: [{ name: 'registry' }] });
      expect(pod({ serviceAccountName }).spec.imagePullSecrets).to.deep.equal([{ name: 'registry' }]);
      const own = [{ name: 'mirror' }];
      expect(
        pod({ serviceAccountName, imagePullSecrets: own }, { name: 'b' }).spec.imagePullSecrets,
      ).to.deep.equal(own);
    });

    it('is a token, where neither says no and there is room for it', () => {
      account({ automountServiceAccountToken: false });
      expect(pod({ serviceAccountName }).spec.volumes).to.equal(undefined);
      const insisting = pod({ serviceAccountName, automountServiceAccountToken: true }, { name: 'b' });
      expect(insisting.spec.volumes).to.have.length(1);
      const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';
      const containers = [{ ...main, volumeMounts: [{ name: 'own', mountPath }] }];
      const volumes = [{ name: 'own', emptyDir: {} }];
      expect(pod({ containers, volumes }, { name: 'c' }).spec.volumes).to.have.length(1);
      const brought = [{ name: 'kube-api-access-mine', emptyDir: {} }];
      const { spec } = pod({ volumes: brought }, { name: 'd' });
      expect(spec.volumes).to.have.length(1);
      expect(spec.containers[0]?.volumeMounts?.[0]?.name).to.equal('kube-api-access-mine');
    });

    it('is a no to secrets that it does not list, where it insists', () => {
      const annotations = { 'kubernetes.io/enforce-mountable-secrets': 'true' };
      account({ secrets: [{ name: 'mine' }], imagePullSecrets: [{ name: 'registry' }] }, { annotations });
      const asking = (spec: object) => refused({ serviceAccountName, ...spec });
      const because = 'is not allowed because service account robot does not reference that';
      const secret = (name: string) => ({ name: 'v', secret: { secretName: name } });
      expect(asking({ volumes: [secret('other')] })).to.equal(
        `volume with secret.secretName="other" ${because} secret`,
      );
      const env = [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'other', key: 'k' } } }];
      expect(asking({ containers: [{ ...main, env }] })).to.equal(
        `container main with envVar KEY referencing secret.secretName="other" ${because} secret`,
      );
      const envFrom = [{ secretRef: { name: 'other' } }];
      expect(asking({ initContainers: [{ ...main, name: 'init', envFrom }] })).to.equal(
        `init container init with envFrom referencing secret.secretName="other" ${because} secret`,
      );
      expect(asking({ imagePullSecrets: [{ name: 'other' }] })).to.equal(
        `imagePullSecrets[0].name="other" ${because} imagePullSecret`,
      );
      expect(pod({ serviceAccountName, volumes: [secret('mine')] }).metadata.name).to.equal('a');
    });

    it('is nothing for the picture of a pod that a kubelet runs on its own', () => {
      const metadata = { name: 'a', annotations: { 'kubernetes.io/config.mirror': 'x' } };
      const picture = { nodeName: 'east-1' };
      expect(refused({ ...picture, serviceAccountName: 'default' }, metadata)).to.equal(
        'a mirror pod may not reference service accounts',
      );
      const volumes = [{ name: 'v', secret: { secretName: 's' } }];
      expect(refused({ ...picture, volumes }, metadata)).to.equal('a mirror pod may not reference secrets');
      const { spec } = pod(picture, metadata);
      expect([spec.serviceAccountName, spec.volumes]).to.deep.equal([undefined, undefined]);
    });
  });

  describe('of its node', () => {
    const ZONE = 'topology.kubernetes.io/zone';
    beforeEach(() => {
      stage.create({
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name: 'east-1', labels: { [ZONE]: 'east', disk: 'ssd' } },
      });
      stage.create({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'bare' } });
    });

    it('is the zone, when it is made for the node', () => {
      const labels = { app: 'a', [ZONE]: 'elsewhere' };
      expect(pod({ nodeName: 'east-1' }, { name: 'a', labels }).metadata.labels).to.deep.equal({
        app: 'a',
        [ZONE]: 'east',
      });
      expect(pod({ nodeName: 'bare' }, { name: 'b' }).metadata.labels).to.equal(undefined);
    });

    it('is the zone, when it is bound, and it is nominated no more', () => {
      const unbound = pod();
      stage.amendStatus<Pod>(resources.pods, 'a', (each) => ({ ...each.status, nominatedNodeName: 'bare' }));
      const bound = stage.registry.bind(unbound, 'east-1');
      expect(bound.metadata.labels).to.deep.equal({ [ZONE]: 'east' });
      expect(bound.status.nominatedNodeName).to.equal(undefined);
    });
  });
});
