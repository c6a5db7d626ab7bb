import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { expect } from 'chai';
import { kubeconfigOf } from './kubeconfig';
import { ForeignFileError, writeKubeconfig } from './kubeconfigFile';

const ONE = [{ name: 'default', server: 'http://127.0.0.1:8001' }];

describe('a kubeconfig', () => {
  it('leads clients to the first cluster, and says that it is one of Rollcall', () => {
    const config = new KubeConfig();
    config.loadFromString(
      kubeconfigOf([
        ...ONE,
        { name: 'ci-1', server: 'http://127.0.0.1:8001/clusters/ci-1', token: 'secret' },
      ]),
    );
    expect(config.getCurrentContext()).to.equal('rollcall');
    expect(config.getCurrentCluster()?.server).to.equal('http://127.0.0.1:8001');
    expect(config.getCurrentUser()?.token).to.equal(undefined);
    expect(config.getCurrentCluster()?.skipTLSVerify).to.equal(true);
    config.setCurrentContext('rollcall-ci-1');
    expect(config.getCurrentCluster()?.server).to.equal('http://127.0.0.1:8001/clusters/ci-1');
    expect(config.getCurrentUser()?.token).to.equal('secret');
  });
});

describe('a kubeconfig that is written', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
    path = join(folder, 'config');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is there for its owner alone, and for the next time, too', () => {
    writeKubeconfig(path, kubeconfigOf(ONE));
    expect(readFileSync(path, 'utf8')).to.equal(kubeconfigOf(ONE));
    expect(statSync(path).mode & 0o777).to.equal(0o600);
    chmodSync(path, 0o644);
    writeKubeconfig(path, kubeconfigOf([]));
    expect(readFileSync(path, 'utf8')).to.equal(kubeconfigOf([]));
    expect(statSync(path).mode & 0o777).to.equal(0o600);
    expect(readdirSync(folder)).to.deep.equal(['config']);
  });

  it('takes the place of no file of somebody else, unless it is told to', () => {
    writeFileSync(path, 'apiVersion: v1\n');
    expect(() => writeKubeconfig(path, kubeconfigOf(ONE))).to.throw(ForeignFileError, path);
    expect(readFileSync(path, 'utf8')).to.equal('apiVersion: v1\n');
    writeKubeconfig(path, kubeconfigOf(ONE), true);
    expect(readFileSync(path, 'utf8')).to.equal(kubeconfigOf(ONE));
  });

  it('leaves nothing where it cannot be', () => {
    expect(() => writeKubeconfig(join(folder, 'lost', 'config'), '')).to.throw('ENOENT');
    expect(existsSync(path)).to.equal(false);
    expect(readdirSync(folder)).to.deep.equal([]);
  });
});
