import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { findContext, KubeconfigError } from './kubeconfig';

describe('a kubeconfig', () => {
  let folder: string;
  const write = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const named = (name: string, server: string, user: object = {}) => ({
    clusters: [{ name, cluster: { server, 'certificate-authority': 'ca.crt' } }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('may be several files: the first to say something counts, and those that there are not do not', () => {
    const first = write('one', named('a', 'https://first'));
    const second = write('two', { ...named('a', 'https://second'), current: 'a' });
    const third = write('three', named('b', 'https://third'));
    const paths = [join(folder, 'none'), first, second, third].join(':');
    expect(findContext('a', paths).cluster.server).to.equal('https://first');
    expect(findContext('b', undefined, { KUBECONFIG: paths }).cluster.server).to.equal('https://third');
  });

  it('names paths from where it is', () => {
    const exec = { command: './bin/login' };
    const { cluster, user } = findContext(
      'a',
      write('one', named('a', 'https://a', { tokenFile: 't', exec })),
    );
    expect([cluster['certificate-authority'], user.tokenFile, user.exec]).to.deep.equal([
      join(folder, 'ca.crt'),
      join(folder, 't'),
      { command: join(folder, 'bin/login') },
    ]);
    const installed = findContext('a', write('two', named('a', 'https://a', { exec: { command: 'login' } })));
    expect(installed.user.exec).to.deep.equal({ command: 'login' });
  });

  it('is refused in one sentence, which quotes nothing of it', () => {
    const refusal = (path: string, context = 'a'): string => {
      try {
        findContext(context, path);
      } catch (error) {
        if (error instanceof KubeconfigError) return error.message;
        throw error;
      }
      return 'nothing';
    };
    const path = write('one', named('a', 'https://a'));
    expect(refusal(path, 'b')).to.equal(`The kubeconfig ${path} has no context "b". There is: a.`);
    const broken = write('two', 'users: [{name: u, user: {token: very-secret');
    expect(refusal(broken)).to.equal(`The kubeconfig ${broken} is no kubeconfig: it cannot be read as YAML.`);
    expect(refusal(join(folder, 'none'))).to.equal(`There is no kubeconfig: ${join(folder, 'none')}.`);
    const half = write('three', { ...named('a', 'https://a'), users: [] });
    expect(refusal(half)).to.equal('The context "a" names the user "a", which is not in the kubeconfig.');
  });
});
