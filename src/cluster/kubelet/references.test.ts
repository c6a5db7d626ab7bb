import { expect } from 'chai';
import type { Container, Volume } from '../../kubernetes/kinds/pod/pod';
import { aPod } from '../../kubernetes/kinds/samples.testkit';
import { environmentTrouble, type Find, mountTroubles } from './references';
import { isSimple } from './simplePods';

/** A config map and a secret with one key each. */
const find: Find = (kind, name) =>
  name === 'there' ? { apiVersion: 'v1', kind, metadata: aPod().metadata, data: { level: 'x' } } : undefined;

const troubles = (...volumes: Volume[]) => {
  const pod = aPod();
  return mountTroubles({ ...pod, spec: { ...pod.spec, volumes } }, find);
};
const environment = (container: Partial<Container>) =>
  environmentTrouble({ name: 'main', ...container }, 'shop', find);

describe('what a pod refers to', () => {
  it('can be mounted if it is there', () => {
    expect(
      troubles(
        { name: 'a', configMap: { name: 'there', items: [{ key: 'level', path: 'level' }] } },
        { name: 'b', secret: { secretName: 'there' } },
        { name: 'c', emptyDir: {} },
      ),
    ).to.deep.equal([]);
  });

  it('is told in the words of the event if it is missing', () => {
    expect(
      troubles(
        { name: 'a', configMap: { name: 'gone' } },
        { name: 'b', secret: { secretName: 'gone' } },
        { name: 'c', configMap: { name: 'there', items: [{ key: 'levle', path: 'x' }] } },
        { name: 'd', secret: { secretName: 'there', items: [{ key: 'levle', path: 'x' }] } },
      ),
    ).to.deep.equal([
      'MountVolume.SetUp failed for volume "a" : configmap "gone" not found',
      'MountVolume.SetUp failed for volume "b" : secret "gone" not found',
      'MountVolume.SetUp failed for volume "c" : configmap references non-existent config key: levle',
      'MountVolume.SetUp failed for volume "d" : references non-existent secret key: levle',
    ]);
  });

  it('is told together if one volume lacks several', () => {
    const sources = [{ configMap: { name: 'gone' } }, { secret: { name: 'lost' } }];
    expect(troubles({ name: 'all', projected: { sources } })).to.deep.equal([
      'MountVolume.SetUp failed for volume "all" : [configmap "gone" not found, secret "lost" not found]',
    ]);
  });

  it('need not be there if it is optional, or if every project has it', () => {
    const sources = [{ configMap: { name: 'kube-root-ca.crt' } }];
    expect(
      troubles(
        { name: 'a', configMap: { name: 'gone', optional: true } },
        { name: 'b', projected: { sources } },
      ),
    ).to.deep.equal([]);
    expect(environment({ envFrom: [{ secretRef: { name: 'gone', optional: true } }] })).to.equal(undefined);
  });

  it('is missing in an environment, or a key of it', () => {
    const env = (name: string, key: string) => [
      { name: 'LEVEL', valueFrom: { configMapKeyRef: { name, key } } },
    ];
    expect(environment({ env: env('there', 'level') })).to.equal(undefined);
    expect(environment({ env: env('gone', 'level') })).to.equal('configmap "gone" not found');
    expect(environment({ env: env('there', 'levle') })).to.equal(
      "couldn't find key levle in ConfigMap shop/there",
    );
    expect(environment({ envFrom: [{ secretRef: { name: 'gone' } }] })).to.equal('secret "gone" not found');
  });
});

describe('a pod is simple', () => {
  const spec = { containers: [{ name: 'main' }] };

  it('if nothing but its images has a say in how it fares', () => {
    expect(isSimple(spec)).to.equal(true);
    expect(isSimple({ ...spec, volumes: [{ name: 'tmp', emptyDir: {} }] })).to.equal(true);
  });

  it('unless something has to be there, done or asked first', () => {
    const complicated = [
      { initContainers: [{ name: 'first' }] },
      { readinessGates: [{ conditionType: 'example.com/ready' }] },
      { volumes: [{ name: 'a', configMap: { name: 'a' } }] },
      { containers: [{ name: 'main', readinessProbe: {} }] },
      { containers: [{ name: 'main', livenessProbe: {} }] },
      { containers: [{ name: 'main', startupProbe: {} }] },
      { containers: [{ name: 'main', envFrom: [{ secretRef: { name: 'a' } }] }] },
      {
        containers: [
          { name: 'main', env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }] },
        ],
      },
    ];
    for (const part of complicated)
      expect(isSimple({ ...spec, ...part }), JSON.stringify(part)).to.equal(false);
  });
});
