import { resolve } from 'node:path';
import { resources } from '../../kubernetes/kinds/resources';
import { KUBERNETES } from '../../kubernetes/release';
import type { HostedCluster } from '../../serve/clusters/hostedCluster';
import type { Served } from '../../serve/serve';
import { count } from '../../terminal/wrap';

const clusterText = ({ name, cluster, clock }: HostedCluster, url: string): string => {
  const nodes = count(cluster.registry.store.all(resources.nodes).length, 'node');
  const time = clock.paused
    ? ', its clock paused'
    : clock.speed === 1
      ? ''
      : `, at ${clock.speed} times the speed`;
  return `  ${url}  the cluster "${name}", ${nodes}${time}`;
};

/** What is printed once clients can come. @param file where the kubeconfig was written, if it was */
export const announcement = (
  { url, authority, urlOf, clusters, cluster }: Served,
  { token, file }: { readonly token?: string | undefined; readonly file?: string | undefined },
): string => {
  const server = urlOf(cluster.name);
  const bearer = token ? ` --token ${token}` : '';
  // Whoever has no kubeconfig yet does not know the certificate.
  const [unchecked, curl] = authority ? [' --insecure-skip-tls-verify', 'curl -sk'] : ['', 'curl -s'];
  const header = token ? ` -H "Authorization: Bearer ${token}"` : '';
  return [
    `Kubernetes ${KUBERNETES.release} is served:`,
    ...clusters.all.map((each) => clusterText(each, urlOf(each.name))),
    '',
    ...(file
      ? [`  export KUBECONFIG=${resolve(file)}`, '  kubectl get nodes']
      : [
          `  kubectl --server ${server}${unchecked}${bearer} get nodes`,
          `  ${curl}${header} ${url}/clusters/${cluster.name}/kubeconfig > rollcall.kubeconfig`,
        ]),
    '',
    'Ctrl-C ends it. Nothing is kept.',
    '',
  ].join('\n');
};

/** What is said where the system does not let it listen. */
export const listeningProblem = (
  error: unknown,
  { host, port }: { readonly host: string; readonly port: number },
): string | undefined => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const another = 'Choose another with --port, or any that is free with --port 0.';
  if (code === 'EADDRINUSE') return `Port ${port} of ${host} is taken. ${another}`;
  if (code === 'EACCES') return `Port ${port} of ${host} is not allowed. ${another}`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `--host ${host}: this machine has no such address.`;
  return undefined;
};
