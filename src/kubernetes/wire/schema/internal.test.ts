import { expect } from 'chai';
import { internalForm } from './internal';

describe('a part as the API server has it', () => {
  it('says of every field what Go writes for nothing, in Go’s order', () => {
    const form = internalForm('Toleration', { effect: 'NoSchedule', key: 'gpu' });
    expect(JSON.stringify(form)).to.equal(
      '{"Key":"gpu","Operator":"","Value":"","Effect":"NoSchedule","TolerationSeconds":null}',
    );
    expect(internalForm('HostAlias', { ip: '10.0.0.1' })).to.deep.equal({ IP: '10.0.0.1', Hostnames: null });
  });

  it('has pointers to what is there, and fields of fields', () => {
    expect(internalForm('Probe', { httpGet: { port: 80 } })).to.deep.include({
      Exec: null,
      HTTPGet: { Path: '', Port: 80, Host: '', Scheme: '', HTTPHeaders: null },
      TimeoutSeconds: 0,
      TerminationGracePeriodSeconds: null,
    });
  });

  it('sorts maps', () => {
    const { Limits } = internalForm('ResourceRequirements', { limits: { memory: '1Gi', cpu: '1' } });
    expect(JSON.stringify(Limits)).to.equal('{"cpu":"1","memory":"1Gi"}');
  });

  it('keeps what a pod shares with its host in the security context', () => {
    expect(internalForm('PodSpec', { hostPID: true }).SecurityContext).to.deep.include({
      HostNetwork: false,
      HostPID: true,
      HostUsers: null,
      RunAsUser: null,
    });
  });

  it('writes metadata as clients do', () => {
    const form = internalForm('PodTemplateSpec', { metadata: { labels: { app: 'a' } }, spec: {} });
    expect(Object.keys(form)).to.deep.equal(['labels', 'Spec']);
  });
});
