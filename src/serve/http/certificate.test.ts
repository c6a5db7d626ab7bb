import { X509Certificate } from 'node:crypto';
import { get } from 'node:https';
import { KubeConfig } from '@kubernetes/client-node';
import { expect } from 'chai';
import { type Served, serve } from '../serve';
import { makeCertificate } from './certificate';

describe('the certificate of a server', () => {
  it('is its own authority, and is of the host and of this machine', async () => {
    const certificate = new X509Certificate((await makeCertificate('rollcall.example')).cert);
    expect(certificate.verify(certificate.publicKey)).to.equal(true);
    expect(certificate.checkHost('rollcall.example')).to.equal('rollcall.example');
    expect(certificate.checkHost('localhost')).to.equal('localhost');
    expect(certificate.checkIP('127.0.0.1')).to.equal('127.0.0.1');
    expect(certificate.checkIP('::1')).to.equal('::1');
    expect(certificate.checkHost('elsewhere.example')).to.equal(undefined);
  });
});

describe('a cluster that is served encrypted', () => {
  let served: Served;

  before(async () => {
    served = await serve({ tls: true, token: 'secret' });
  });
  after(() => served.close());

  const codeWith = (headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      get(`${served.url}/api/v1/nodes`, { ca: served.authority, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).once('error', reject);
    });

  it('is known by the certificate in its kubeconfig, and takes its token and no other', async () => {
    const config = new KubeConfig();
    config.loadFromString(served.kubeconfig());
    const { server, caData = '', skipTLSVerify } = config.getCurrentCluster() ?? {};
    expect(server).to.equal(served.url);
    expect(served.url).to.match(/^https:/);
    expect(skipTLSVerify).to.equal(false);
    expect(Buffer.from(caData, 'base64').toString()).to.equal(served.authority);
    expect(await codeWith({ authorization: 'Bearer secret' })).to.equal(200);
    expect(await codeWith({ authorization: 'Bearer wrong' })).to.equal(401);
    expect(await codeWith({})).to.equal(401);
  });
});
