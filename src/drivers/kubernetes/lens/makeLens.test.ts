import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { makeLens } from './makeLens';

const lens = () => makeLens({ suffix: '-k3x9-7', mode: 'shared', labels: { 'rollcall.dev/run': 'k3x9' } });
const stored = { uid: 'u-1', resourceVersion: '7', creationTimestamp: '2026-01-01T00:00:00Z' };

describe('A lens', () => {
  it('marks a daemon set and what it names, and gives it back as it was written', () => {
    const written = {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'log-agent', namespace: 'demo', ...stored },
      spec: {
        template: { spec: { containers: [{ name: 'a', image: 'east-1' }], priorityClassName: 'high' } },
      },
    };
    const eye = lens();
    const sent = eye.manifestOut(written, resources.daemonsets);
    expect(sent).to.deep.equal({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: {
        name: 'log-agent',
        namespace: 'demo-k3x9-7',
        labels: { 'rollcall.dev/run': 'k3x9', 'rollcall.dev/example': 'k3x9-7' },
        ...stored,
      },
      spec: {
        template: {
          spec: {
            containers: [{ name: 'a', image: 'east-1' }],
            priorityClassName: 'high-k3x9-7',
            nodeSelector: { 'rollcall.dev/example': 'k3x9-7' },
          },
        },
      },
    });
    expect(eye.objectIn(sent)).to.deep.equal(written);
  });
});
