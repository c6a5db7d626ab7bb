import { existsSync } from 'node:fs';
import type { Agent, RequestOptions as HttpOptions } from 'node:http';
import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import type { Target } from '../../../port/target';
import type { Access } from './access';
import { type Chosen, type Entry, findContext, KubeconfigError } from './kubeconfig';

/** The context that stands for the service account of the pod that this runs in. */
const IN_CLUSTER = 'in-cluster';
const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** Tokens in files are changed by others. @see k8s.io/client-go/transport NewCachedFileTokenSource */
const MINUTE = 60_000;
/** A command that gives credentials may ask somebody to log in. */
const LONGEST = 2 * MINUTE;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** What an exec plugin is told. @see k8s.io/client-go/pkg/apis/clientauthentication ExecCredentialSpec */
const execInfo = (exec: Entry, cluster: Entry): string => {
  const { server, 'certificate-authority-data': data, 'tls-server-name': name } = cluster;
  const about = { server, 'certificate-authority-data': data, 'tls-server-name': name };
  return JSON.stringify({
    apiVersion: exec.apiVersion,
    kind: 'ExecCredential',
    spec: { interactive: false, ...(exec.provideClusterInfo ? { cluster: about } : {}) },
  });
};

/** A user as the library reads one: it knows tokens in files by another name, and tells plugins nothing. */
const readable = ({ user, cluster }: Chosen): Entry => {
  const { exec, tokenFile, token, ...rest } = user as { readonly exec?: Entry } & Entry;
  if (exec) {
    const told = { name: 'KUBERNETES_EXEC_INFO', value: execInfo(exec, cluster) };
    const env = (exec.env as readonly unknown[] | null | undefined) ?? [];
    return { ...rest, ...(token ? { token } : {}), exec: { ...exec, env: [...env, told] } };
  }
  if (tokenFile) return { ...rest, 'auth-provider': { name: 'tokenFile', config: { tokenFile } } };
  return token ? { ...rest, token } : rest;
};

const inCluster = async (): Promise<KubeConfig> => {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromCluster();
  return config;
};

const configOf = async (chosen: Chosen): Promise<KubeConfig> => {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  const name = chosen.context;
  const server = String(chosen.cluster.server ?? '');
  // The library refuses to speak plain HTTP to whom it could not trust.
  const trust = server.startsWith('http:') ? { 'insecure-skip-tls-verify': true } : {};
  config.loadFromString(
    JSON.stringify({
      'current-context': name,
      clusters: [{ name, cluster: { ...chosen.cluster, server, ...trust } }],
      users: [{ name, user: readable(chosen) }],
      contexts: [{ name, context: { cluster: name, user: name } }],
    }),
  );
  return config;
};

/** What cannot be had, by whom, in words that hold nothing secret: the library's own quote what plugins print. */
const complaint = ({ context, user }: Chosen, error: unknown): KubeconfigError => {
  const { exec } = user as { readonly exec?: { readonly command?: string; readonly installHint?: string } };
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  if (exec)
    return new KubeconfigError(
      `The command "${exec.command}", which gives the credentials of the context "${context}", ` +
        `${code === 'ENOENT' ? `is not installed. ${exec.installHint ?? ''}`.trim() : 'has failed. Run it to see why.'}`,
    );
  return new KubeconfigError(
    `The credentials of the context "${context}" cannot be read${path ? ` (${code} ${path})` : ''}.`,
  );
};

const within = async <T>(promise: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};

const groupsOf = (user: Entry): readonly string[] =>
  Array.isArray(user['as-groups']) ? user['as-groups'].map(String) : [];

const basic = (auth: string): string => `Basic ${Buffer.from(auth).toString('base64')}`;

/** What the server is shown, as the library gives it. */
const accessOf = (server: string, options: RequestOptions, chosen: Chosen | undefined): Access => {
  const url = new URL(server);
  const groups = chosen ? groupsOf(chosen.user) : [];
  const given = options.headers as Readonly<Record<string, string>> | undefined;
  // Whoever listens on the way reads what is sent in plain text: a kubeconfig for HTTP is one without credentials.
  const isHeard = url.protocol === 'http:' && !LOOPBACK.test(url.hostname);
  const secrets = { ...given, ...(options.auth ? { Authorization: basic(options.auth) } : {}) };
  const isProxied = chosen?.cluster['proxy-url'] !== undefined;
  const isRenewed = !chosen || chosen.user.tokenFile !== undefined;
  return {
    server: `${url.origin}${url.pathname === '/' ? '' : url.pathname}`,
    url,
    headers: {
      ...(isHeard ? {} : Object.fromEntries(Object.entries(secrets).map(([k, v]) => [k, v.trim()]))),
      ...(groups.length > 0 ? { 'Impersonate-Group': groups } : {}),
    },
    tls: {
      ca: options.ca as Buffer | undefined,
      cert: options.cert as Buffer | undefined,
      key: options.key as Buffer | undefined,
      rejectUnauthorized: options.rejectUnauthorized,
      servername: (options as { readonly servername?: string }).servername,
    },
    proxy: isProxied ? (options.agent as Agent) : undefined,
    keepsFor: isRenewed ? MINUTE : Number.POSITIVE_INFINITY,
  };
};

/** Reads where a cluster is, and with what it is spoken to: anew each time, as logins and plugins change it. */
export class Credentials {
  readonly #target: Pick<Target, 'context' | 'kubeconfig'>;
  /** The library keeps what plugins gave as long as that is valid. */
  #config: KubeConfig | undefined;

  constructor(target: Pick<Target, 'context' | 'kubeconfig'>) {
    this.#target = target;
  }

  /** What the chosen context is called. */
  get context(): string {
    return this.#target.context;
  }

  /** @param anew what was given before is not accepted @throws KubeconfigError */
  async read(anew = false): Promise<Access> {
    const { context, kubeconfig } = this.#target;
    const chosen = isServiceAccount(this.#target) ? undefined : findContext(context, kubeconfig);
    if (anew) this.#config = undefined;
    try {
      this.#config ??= await (chosen ? configOf(chosen) : inCluster());
      const options: RequestOptions & HttpOptions = {};
      await within(this.#config.applyToHTTPSOptions(options), LONGEST);
      return accessOf(this.#config.getCurrentCluster()?.server ?? '', options, chosen);
    } catch (error) {
      if (chosen?.cluster.server && !URL.canParse(String(chosen.cluster.server)))
        throw new KubeconfigError(`The server of the context "${context}" is no address.`);
      throw complaint(chosen ?? { context, cluster: {}, user: {} }, error);
    }
  }
}

/** A context of that name in a kubeconfig that is named goes before. @throws KubeconfigError if there is no account */
const isServiceAccount = ({ context, kubeconfig }: Pick<Target, 'context' | 'kubeconfig'>): boolean => {
  if (context !== IN_CLUSTER || kubeconfig) return false;
  if (process.env.KUBERNETES_SERVICE_HOST && existsSync(SERVICE_ACCOUNT)) return true;
  throw new KubeconfigError(
    'The context "in-cluster" is the service account of the pod that this runs in, and this runs in none.',
  );
};
