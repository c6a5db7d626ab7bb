import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../language/language';
import type { Clusters } from '../clusters/clusters';
import type { HostedCluster } from '../clusters/hostedCluster';
import { aboutOf } from './about';
import { Broadcast } from './broadcast';
import { pageCode } from './code';
import { documentOf, policyOf } from './document';
import { showLive } from './live';

interface Guests {
  readonly request: FastifyRequest;
  readonly clusters: Clusters;
  /** What clients have to show, if anything. */
  readonly token: string | undefined;
  /** Who signed for the server, in PEM, where it is one of TLS. */
  readonly authority?: string | undefined;
}

const broadcasts = new WeakMap<HostedCluster, Broadcast>();

/** What shows a cluster. It ends with the cluster. */
const broadcastOf = (hosted: HostedCluster): Broadcast => {
  const known = broadcasts.get(hosted);
  if (known) return known;
  const broadcast = new Broadcast(hosted);
  broadcasts.set(hosted, broadcast);
  hosted.gone.addEventListener('abort', () => broadcast.close());
  return broadcast;
};

/** Answers with the page of a cluster. */
export const answerPage = async (
  hosted: HostedCluster,
  { reply, language, ...guests }: Guests & { readonly reply: FastifyReply; readonly language: Language },
): Promise<void> => {
  const code = await pageCode();
  if (code.problem !== undefined) guests.request.log.warn(code.problem);
  const asksForToken = guests.token !== undefined;
  const message = asksForToken
    ? {}
    : { about: aboutOf(hosted, guests.request, guests), view: broadcastOf(hosted).now() };
  reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyOf(code),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      vary: 'Accept, Accept-Language',
    })
    .send(documentOf({ message, asksForToken, language, code }));
};

/** Shows a cluster to one page for as long as it looks, and the cluster is there. */
export const answerLive = (
  hosted: HostedCluster,
  { request, response, ...guests }: Guests & { readonly response: ServerResponse },
): void => {
  const end = (): void => void response.end();
  hosted.gone.addEventListener('abort', end);
  response.once('close', () => hosted.gone.removeEventListener('abort', end));
  showLive(response, broadcastOf(hosted), () => aboutOf(hosted, request, { ...guests }));
};
