import { KubeConfig } from '@kubernetes/client-node';
import { expect } from 'chai';
import { type Served, serve } from '../serve';

describe('a server that asks for a token', () => {
  let served: Served;

  before(async () => {
    served = await serve({ token: 's3cret' });
  });
  after(() => served.close());

  const codeOf = async (path: string, authorization?: string, method = 'GET'): Promise<number> => {
    const headers = new Headers(authorization === undefined ? {} : { authorization });
    return (await fetch(`${served.url}${path}`, { method, headers })).status;
  };

  it('lets in whoever shows it, and nobody else', async () => {
    for (const path of ['/api/v1/nodes', '/clusters', '/clusters/default/kubeconfig', '/version', '/nowhere'])
      for (const shown of [undefined, 'Bearer', 'Bearer s3cre', 'Bearer s3cret2', 'Basic s3cret'])
        expect(await codeOf(path, shown), `${path} ${shown}`).to.equal(401);
    expect(await codeOf('/clusters/ci-1', undefined, 'PUT')).to.equal(401);
    expect(await codeOf('/api/v1/nodes', 'Bearer s3cret')).to.equal(200);
    expect(await codeOf('/clusters', 'bearer  s3cret')).to.equal(200);
  });

  it('refuses in a Status', async () => {
    const response = await fetch(`${served.url}/api/v1/nodes`);
    expect(await response.json()).to.deep.include({ kind: 'Status', reason: 'Unauthorized', code: 401 });
  });

  it('writes it into kubeconfigs', async () => {
    const config = new KubeConfig();
    config.loadFromString(served.kubeconfig());
    expect(config.getCurrentUser()?.token).to.equal('s3cret');
  });
});

describe('a server that others could reach', () => {
  it('needs a token', async () => {
    for (const host of ['0.0.0.0', '::', '192.0.2.1', '127.example.com'])
      expect(await serve({ host }).catch(({ message }: Error) => message)).to.equal(
        `Others reach ${host}, too: clients must show a token.`,
      );
  });
});
