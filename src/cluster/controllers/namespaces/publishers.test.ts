import { expect } from 'chai';
import type { ConfigMap } from '../../../kubernetes/kinds/configmap/configMap';
import { resources } from '../../../kubernetes/kinds/resources';
import { NAMESPACE, Stage } from '../../stage.testkit';
import { NamespaceController } from './namespaces';
import {
  RootCertificatePublisher,
  ServiceAccountsController,
  ServiceCertificatePublisher,
} from './publishers';

const { configmaps, namespaces, serviceaccounts } = resources;

const ROOT = 'kube-root-ca.crt';
const SERVICES = 'openshift-service-ca.crt';

describe('what every namespace has', () => {
  let stage = new Stage();
  const settle = () => stage.loop.settle(600_000);
  const create = (name: string): void => {
    stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    settle();
  };
  const account = (namespace = NAMESPACE) => stage.find(serviceaccounts, 'default', namespace);
  const configMap = (name: string) => stage.find(configmaps, name);
  const start = (): void => {
    for (const Controller of [
      ServiceAccountsController,
      RootCertificatePublisher,
      ServiceCertificatePublisher,
      NamespaceController,
    ])
      new Controller(stage);
  };

  beforeEach(() => {
    stage = new Stage();
    start();
    create('bank');
  });

  it('is a service account, and the certificates of the API server and of services', () => {
    for (const namespace of [NAMESPACE, 'bank']) {
      expect(account(namespace)).not.to.equal(undefined);
      expect(stage.find(configmaps, ROOT, namespace)).not.to.equal(undefined);
      expect(stage.find(configmaps, SERVICES, namespace)).not.to.equal(undefined);
    }
    expect(settle().quiet).to.equal(true);
  });

  it('is not written again if it is there', () => {
    stage = new Stage();
    const own = stage.create({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } });
    start();
    expect(settle().quiet).to.equal(true);
    expect(account()).to.equal(own);
  });

  it('comes again when it is deleted', () => {
    const before = [account(), configMap(ROOT), configMap(SERVICES)];
    stage.delete(serviceaccounts, 'default');
    stage.delete(configmaps, ROOT);
    stage.delete(configmaps, SERVICES);
    settle();
    const uids = [account(), configMap(ROOT), configMap(SERVICES)].map((each) => each?.metadata.uid);
    expect(uids).not.to.include(undefined);
    expect(uids).not.to.have.members(before.map((each) => each?.metadata.uid));
  });

  const change = (name: string, to: (current: ConfigMap) => Partial<ConfigMap>): void => {
    stage.amend(configmaps, name, (current) => ({ ...current, ...to(current) }));
    settle();
  };

  it('is put right where somebody changes the certificates', () => {
    const { data } = configMap(ROOT) ?? {};
    change(ROOT, () => ({ data: { 'ca.crt': 'mine' } }));
    expect(configMap(ROOT)?.data).to.deep.equal(data);
    const note = { 'service.beta.openshift.io/inject-cabundle': 'true' };
    change(SERVICES, ({ metadata }) => ({ metadata: { ...metadata, annotations: { a: 'b' } } }));
    expect(configMap(SERVICES)?.metadata.annotations).to.deep.equal(note);
  });

  it('is left as it is where somebody adds to it', () => {
    change(ROOT, ({ metadata }) => ({ metadata: { ...metadata, labels: { team: 'a' } } }));
    expect(configMap(ROOT)?.metadata.labels).to.deep.equal({ team: 'a' });
    change(SERVICES, () => ({ data: { 'service-ca.crt': 'from the operator' } }));
    expect(configMap(SERVICES)?.data).to.deep.equal({ 'service-ca.crt': 'from the operator' });
  });

  it('goes with its namespace, and is there again when that comes again', () => {
    stage.delete(namespaces, NAMESPACE);
    settle();
    expect([account(), configMap(ROOT), configMap(SERVICES)]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
    create(NAMESPACE);
    expect(account()).not.to.equal(undefined);
    expect(configMap(ROOT)).not.to.equal(undefined);
  });
});
