import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../../kubernetes/refusals';
import type { Language } from '../../language/language';
import type { Clusters } from '../clusters/clusters';
import { DEFAULT } from '../clusters/clusters';
import type { HostedCluster } from '../clusters/hostedCluster';
import { pathOf } from '../clusters/routes';
import { wantedOf } from '../http/accept';
import { gate } from '../http/gate';
import type { Access } from '../kubeconfig';

/** So many pages at once show one cluster. */
const MOST_ONLOOKERS = 100;

interface Named {
  readonly name?: string;
}

/** Whether a page is wanted rather than the list of paths, which clients get here. */
const wantsPage = ({ method, headers: { accept } }: FastifyRequest): boolean => {
  if (method !== 'GET' || !accept?.includes('html')) return false;
  try {
    return (
      wantedOf({ accept }, () => false, { offered: ['application/json', 'text/html'] }).mediaType ===
      'text/html'
    );
  } catch {
    return false;
  }
};

/** The name of the cluster whose page is at a path; undefined for other paths. */
const clusterAt = (path: string): string | undefined => {
  if (path === '/' || path === '/index.html') return DEFAULT;
  return /^\/clusters\/([a-z0-9-]+)\/(?:index\.html)?$/.exec(path)?.[1];
};

/** The language that the address asks for, or the browser. */
const languageOf = (query: URLSearchParams, accepted = ''): Language => {
  const asked = query.get('lang') ?? accepted.trim().slice(0, 2).toLowerCase();
  return asked === 'ko' ? 'ko' : 'en';
};

/** What pages are made with is loaded when somebody asks for one. */
const loadPages = () => import('./pages');

/**
 * Shows clusters to people: a page at `/` and at `/clusters/NAME/` for whoever wants HTML, and what is new as long as they
 * look, at `/live` and `/clusters/NAME/live`.
 * @param access what clients have to show, if anything. The page itself is for everybody: it asks for the token, and shows
 *   nothing before
 */
export const addPages = (
  front: FastifyInstance,
  clusters: Clusters,
  { token, authority }: Pick<Access, 'token' | 'authority'> = {},
): void => {
  const onlookers = new WeakMap<HostedCluster, number>();

  front.addHook('onRequest', async (request, reply) => {
    const end = request.url.indexOf('?');
    const name = clusterAt(end < 0 ? request.url : request.url.slice(0, end));
    if (name === undefined || !wantsPage(request)) return;
    const query = new URLSearchParams(end < 0 ? '' : request.url.slice(end));
    const found = clusters.find(name);
    const [first] = clusters.all;
    if (!found && name === DEFAULT && first && token === undefined)
      return reply.redirect(`${pathOf(first.name)}/`);
    if (!found) return;
    const { answerPage } = await loadPages();
    const language = languageOf(query, request.headers['accept-language']);
    await answerPage(found, { request, reply, language, clusters, token, authority });
    return reply;
  });

  const showLive = async (request: FastifyRequest<{ Params: Named }>, reply: FastifyReply): Promise<void> => {
    const hosted = clusters.get(request.params.name ?? DEFAULT);
    const before = onlookers.get(hosted) ?? 0;
    if (before >= MOST_ONLOOKERS)
      throw new ApiError({
        code: 429,
        reason: 'TooManyRequests',
        message: `${MOST_ONLOOKERS} pages show this cluster already, the most that may`,
        retryAfterSeconds: 10,
      });
    onlookers.set(hosted, before + 1);
    reply.raw.once('close', () => onlookers.set(hosted, (onlookers.get(hosted) ?? 1) - 1));
    const { answerLive } = await loadPages();
    reply.hijack();
    answerLive(hosted, { request, response: reply.raw, clusters, token, authority });
  };
  const guarded = { onRequest: gate(token) };
  front.get<{ Params: Named }>('/live', guarded, showLive);
  front.get<{ Params: Named }>('/clusters/:name/live', guarded, showLive);
};
