import { expect } from 'chai';
import type { KubeObject } from '../../object';
import { container, type Fields, stored } from '../objects.testkit';
import { pods } from '../pod/kind';
import type { DaemonSet } from './daemonSet';
import { daemonsets } from './kind';

const daemonSet = (podSpec: Fields = {}, spec: Fields = {}): DaemonSet =>
  stored(daemonsets, {
    spec: {
      selector: { matchLabels: { app: 'agent' } },
      template: { metadata: { labels: { app: 'agent' } }, spec: { containers: [container], ...podSpec } },
      ...spec,
    },
  });

describe('the defaults of a daemon set', () => {
  it('are what a real API server stores', () => {
    expect(daemonSet().spec).to.deep.equal({
      selector: { matchLabels: { app: 'agent' } },
      template: {
        metadata: { labels: { app: 'agent' } },
        spec: {
          containers: [
            {
              ...container,
              imagePullPolicy: 'IfNotPresent',
              resources: {},
              terminationMessagePath: '/dev/termination-log',
              terminationMessagePolicy: 'File',
            },
          ],
          dnsPolicy: 'ClusterFirst',
          restartPolicy: 'Always',
          schedulerName: 'default-scheduler',
          securityContext: {},
          terminationGracePeriodSeconds: 30,
        },
      },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
      revisionHistoryLimit: 10,
    });
  });

  it('do not take an empty amount for a missing one', () => {
    const { updateStrategy } = daemonSet(
      {},
      { updateStrategy: { rollingUpdate: { maxUnavailable: '' } } },
    ).spec;
    expect(updateStrategy?.rollingUpdate).to.deep.equal({ maxUnavailable: '', maxSurge: 0 });
  });

  it('leave OnDelete without rolling update settings', () => {
    expect(daemonSet({}, { updateStrategy: { type: 'OnDelete' } }).spec.updateStrategy).to.deep.equal({
      type: 'OnDelete',
    });
  });

  it('write zeros beside OnDelete, where rolling update settings are left over', () => {
    const updateStrategy = { type: 'OnDelete', rollingUpdate: { maxUnavailable: '10%' } };
    expect(daemonSet({}, { updateStrategy }).spec.updateStrategy).to.deep.equal({
      type: 'OnDelete',
      rollingUpdate: { maxUnavailable: '10%', maxSurge: 0 },
    });
  });

  it('change nothing if nothing is missing', () => {
    const whole = daemonSet();
    expect(daemonsets.defaults(whole)).to.equal(whole);
  });

  it('give a template what is shared with every pod made from it', () => {
    const { containers } = daemonSet().spec.template.spec ?? {};
    const made = stored(pods, { spec: { containers, nodeName: 'node-1' } });
    expect(made.spec.containers).to.equal(containers);
  });

  it('survive a set without a spec', () => {
    const bare: KubeObject = { ...daemonSet(), spec: undefined } as KubeObject;
    expect(() => daemonsets.defaults(bare as DaemonSet)).not.to.throw();
  });
});
