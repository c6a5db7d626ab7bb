import { expect } from 'chai';
import { History } from '../../src/timeline/history.testkit';
import { Names } from './names';

const daemonSet = (namespace: string, name: string) => ({ kind: 'DaemonSet', namespace, name });
const pod = (namespace: string, name: string) => ({ kind: 'Pod', namespace, name });

const history = new History()
  .other(1, 'ADDED', { kind: 'Node', name: 'east-1' })
  .other(1, 'ADDED', daemonSet('shop', 'log-agent'))
  .other(2, 'ADDED', daemonSet('warehouse', 'log-agent'))
  .other(3, 'ADDED', daemonSet('warehouse', 'monitor'))
  .other(4, 'ADDED', pod('shop', 'report-job'))
  .other(5, 'ADDED', pod('warehouse', 'report-job'))
  .other(6, 'DELETED', pod('warehouse', 'report-job'));

const changes = history.timeline.changes();
const chosen = (project: string) => new Names(changes, { project, isChosen: true });
const notChosen = (project: string) => new Names(changes, { project, isChosen: false });

describe('a name in a sentence', () => {
  it('means what is in the project that the example works in', () => {
    expect(chosen('shop').meant('DaemonSet', 'log-agent')).to.deep.equal(daemonSet('shop', 'log-agent'));
    expect(chosen('warehouse').present('DaemonSet', 'log-agent').metadata.namespace).to.equal('warehouse');
  });

  it('of a node means the same in every project', () => {
    for (const names of [chosen('shop'), chosen('warehouse'), notChosen('demo')])
      expect(names.meant('Node', 'east-1')).to.deep.equal({ kind: 'Node', name: 'east-1' });
  });

  it('that only another project knows is refused, and the project is named', () => {
    const sentence =
      'There never was a daemon set "monitor" in project "shop", where the example works. ' +
      'There was in "warehouse": go there with "oc project warehouse" before you speak of it.';
    const names = chosen('shop');
    expect(() => names.meant('DaemonSet', 'monitor')).to.throw(sentence);
    expect(() => names.present('DaemonSet', 'monitor')).to.throw(sentence);
  });

  it('may be said not to be there, whatever other projects have', () => {
    expect(chosen('shop').find('DaemonSet', 'monitor')).to.equal(undefined);
    expect(chosen('warehouse').find('Pod', 'report-job')).to.equal(undefined);
    expect(chosen('shop').find('Pod', 'report-job')?.metadata.namespace).to.equal('shop');
  });

  it('that is gone here and used elsewhere is not taken for the other one', () => {
    expect(() => chosen('warehouse').present('Pod', 'report-job')).to.throw(
      'There is no pod "report-job" in project "warehouse". There is one in "shop".',
    );
  });

  it('that nobody knows is answered with the nearest', () => {
    const sentence = 'There never was a daemon set "log-agnet". Did you mean "log-agent"?';
    const names = chosen('warehouse');
    expect(() => names.meant('DaemonSet', 'log-agnet')).to.throw(sentence);
    expect(() => names.present('DaemonSet', 'log-agnet')).to.throw(sentence);
    expect(() => names.find('DaemonSet', 'log-agnet')).to.throw(sentence);
    expect(() => names.meant('Pod', 'log-agent')).to.throw('Known: report-job.');
  });

  it('is known from a manifest, though the cluster may have refused it', () => {
    const names = new Names(changes, { project: 'shop', isChosen: true }, [daemonSet('shop', 'refused')]);
    expect(names.meant('DaemonSet', 'refused')).to.deep.equal(daemonSet('shop', 'refused'));
    expect(names.find('DaemonSet', 'refused')).to.equal(undefined);
    expect(() => names.present('DaemonSet', 'refused')).to.throw('There is: log-agent.');
    expect(() => names.find('DaemonSet', 'refsued')).to.throw('Did you mean "refused"?');
  });
});

describe('an example that names no project', () => {
  const names = notChosen('demo');

  it('means what is in the one project that knows the name', () => {
    expect(names.meant('DaemonSet', 'monitor')).to.deep.equal(daemonSet('warehouse', 'monitor'));
    expect(names.find('DaemonSet', 'monitor')?.metadata.namespace).to.equal('warehouse');
  });

  it('has to choose between several', () => {
    const sentence =
      'Several projects know a daemon set "log-agent": "shop", "warehouse". ' +
      'Say which is meant: go there, as with "oc project shop", before you speak of it.';
    expect(() => names.meant('DaemonSet', 'log-agent')).to.throw(sentence);
    expect(() => names.find('DaemonSet', 'log-agent')).to.throw(sentence);
  });

  it('means its own first', () => {
    expect(notChosen('shop').meant('DaemonSet', 'log-agent')).to.deep.equal(daemonSet('shop', 'log-agent'));
  });
});
