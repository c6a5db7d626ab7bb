import { expect } from 'chai';
import type { Container, Pod } from '../pod';
import { describeResourceField } from './resourceField';
import { describeVolumes } from './volumes';

const container = (resources: Container['resources']): Container => ({
  name: 'main',
  image: 'a:1',
  resources,
});

type Volume = NonNullable<Pod['spec']['volumes']>[number];

const described = (source: Omit<Volume, 'name'>) => describeVolumes('Volumes', [{ name: 'a', ...source }]);

describe('What a variable says of resources', () => {
  const cases = [
    ['requests.cpu', undefined, '1'],
    ['requests.cpu', '1m', '290'],
    ['requests.memory', '1Mi', '64'],
    ['limits.memory', '1', 'node allocatable'],
    ['limits.cpu', '0', 'node allocatable'],
    ['limits.ephemeral-storage', '0', '0'],
    ['requests.cpu', '0', '1'],
  ] as const;
  for (const [resource, divisor, value] of cases) {
    it(`${resource} by ${divisor ?? 'nothing'} is ${value}`, () => {
      const asks = container({ requests: { cpu: '290m', memory: '64Mi' } });
      expect(describeResourceField({ resource, divisor }, asks)).to.equal(`${value} (${resource})`);
    });
  }

  it('of what nobody knows, nothing', () => {
    expect(describeResourceField({ resource: 'limits.gold' }, container({}))).to.equal(' (limits.gold)');
  });
});

describe('The description of volumes', () => {
  it('names the attributes of a driver’s volume in order', () => {
    const csi = { driver: 'd.example.com', volumeAttributes: { size: 'small', colour: 'red' } };
    expect(described({ csi }).slice(-2)).to.deep.equal([
      '    VolumeAttributes:\tcolour=red',
      '    \tsize=small',
    ]);
    expect(described({ csi: { driver: 'd.example.com' } }).at(-1)).to.equal('    VolumeAttributes:\t<none>');
  });

  it('names server and path of a network’s files', () => {
    expect(described({ nfs: { server: 'files.example.com', path: '/' } }).slice(2)).to.deep.equal([
      '    Type:\tNFS (an NFS mount that lasts the lifetime of a pod)',
      '    Server:\tfiles.example.com',
      '    Path:\t/',
      '    ReadOnly:\tfalse',
    ]);
  });

  it('names what of the pod is written into which file', () => {
    const items = [
      { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
      { path: 'cpu', resourceFieldRef: { containerName: 'main', resource: 'limits.cpu' } },
    ];
    expect(described({ downwardAPI: { items } }).slice(3)).to.deep.equal([
      '    Items:',
      '      metadata.labels -> labels',
      '      limits.cpu -> cpu',
    ]);
  });

  it('says of a source that it does not know that it does not', () => {
    expect(described({ flocker: { datasetName: 'x' } }).slice(1)).to.deep.equal(['  a:', '  <unknown>']);
  });
});
