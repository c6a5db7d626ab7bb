import { toYaml } from '../kubernetes/print/output/yaml';

/** Where a cluster is, and what it asks of those who come. */
export interface Access {
  /** What the cluster is called. */
  readonly name: string;
  /** `http://127.0.0.1:8001`, or with `/clusters/NAME`. */
  readonly server: string;
  /** Needed where the server asks for one. */
  readonly token?: string | undefined;
  /** The certificate, in PEM, by which clients know the server; needed for `https://`. */
  readonly authority?: string | undefined;
}

/** The first line of every kubeconfig that is made here: by it a file is known that may be written over. */
export const KUBECONFIG_MARK = '# Written by Rollcall, for a cluster that it serves.';

/** How the cluster, its user and its context are called. */
const contextOf = (name: string): string => (name === 'default' ? 'rollcall' : `rollcall-${name}`);

/** Some clients speak plain HTTP only if they are told that nobody has to prove who they are. */
const trustIn = (authority: string | undefined): object =>
  authority
    ? { 'certificate-authority-data': Buffer.from(authority).toString('base64') }
    : { 'insecure-skip-tls-verify': true };

/**
 * A kubeconfig with a context for each cluster. The first one is the current one.
 * @see k8s.io/client-go/tools/clientcmd/api/v1 Config
 */
export const kubeconfigOf = (accesses: readonly Access[]): string => {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': accesses[0] ? contextOf(accesses[0].name) : '',
    clusters: accesses.map(({ name, server, authority }) => ({
      name: contextOf(name),
      cluster: { server, ...trustIn(authority) },
    })),
    users: accesses.map(({ name, token }) => ({ name: contextOf(name), user: token ? { token } : {} })),
    contexts: accesses.map(({ name }) => ({
      name: contextOf(name),
      context: { cluster: contextOf(name), user: contextOf(name) },
    })),
    preferences: {},
  };
  return `${KUBECONFIG_MARK}\n${toYaml(config)}`;
};
