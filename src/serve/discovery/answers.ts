import type { Kinds } from '../../kubernetes/kinds/kinds';
import { ApiError, methodNotAllowed } from '../../kubernetes/refusals';
import { type Conversion, OFFERED, wantedOf } from '../http/accept';
import { type Answer, ok } from '../http/answer';
import type { Visit } from '../http/asked';
import { indentedJson, unlessKnown } from '../http/texts';
import { PROTOBUF } from '../protobuf/protobuf';
import { AGGREGATED } from './aggregated';
import { type Aggregated, documentsOf } from './documents';
import { HEALTH_PATHS, healthAnswer } from './health';
import { apiVersions } from './lists';
import { noMetrics, openIdConfiguration, openIdKeys, versionAnswer } from './server';

const AGGREGATED_TYPE = `application/json;g=${AGGREGATED.group};v=${AGGREGATED.version};as=${AGGREGATED.kind}`;

/** Only the second version: its beta is served no longer. */
const isAggregated = ({ group, version, kind }: Conversion, mediaType: string): boolean =>
  mediaType !== PROTOBUF &&
  group === AGGREGATED.group &&
  version === AGGREGATED.version &&
  kind === AGGREGATED.kind;

/** What is needed of a request that asks for discovery. */
export type DiscoveryRequest = Pick<Visit, 'method' | 'path' | 'query' | 'headers'> & {
  readonly kinds: Kinds;
};

/** What a client wants of what is offered; undefined if it wants none of it. */
const wanted = ({ headers: { accept } }: DiscoveryRequest, offered = OFFERED) => {
  try {
    return wantedOf({ accept }, isAggregated, { offered });
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
};

const wantsAggregated = (request: DiscoveryRequest): boolean => wanted(request)?.as !== undefined;

/** Whoever asks for a page gets one elsewhere. */
const wantsPage = (request: DiscoveryRequest): boolean =>
  wanted(request, ['application/json', 'text/html'])?.mediaType === 'text/html';

/** @see k8s.io/apiserver/pkg/endpoints/discovery/aggregated ServeHTTPWithETag */
const aggregatedAnswer = ({ text, etag }: Aggregated, { headers }: DiscoveryRequest): Answer =>
  unlessKnown(
    {
      code: 200,
      type: AGGREGATED_TYPE,
      text,
      headers: { vary: 'Accept', 'cache-control': 'public' },
    },
    etag,
    headers['if-none-match'],
  );

const ROOT_PATHS = [
  '/.well-known/openid-configuration',
  '/api',
  '/apis/',
  '/openapi/v2',
  '/openapi/v3',
  '/openapi/v3/',
  '/openid/v1/jwks',
  '/version',
];

const rootPaths = (kinds: Kinds): readonly string[] =>
  [...new Set([...ROOT_PATHS, ...HEALTH_PATHS, ...documentsOf(kinds).byPath.keys()])].sort();

type Respond = (request: DiscoveryRequest) => Answer | undefined;

const address = ({ headers }: DiscoveryRequest): string => headers.host ?? 'localhost';

const root: Respond = (request) =>
  wantsPage(request) ? undefined : indentedJson({ paths: rootPaths(request.kinds) });

const FIXED: Readonly<Record<string, Respond>> = {
  '/': root,
  '/index.html': root,
  '/version': ({ headers: { accept } }) => {
    wantedOf({ accept }, isAggregated, { offered: ['application/json'] });
    return versionAnswer();
  },
  '/metrics': noMetrics,
  '/.well-known/openid-configuration': (request) => openIdConfiguration(address(request)),
  '/openid/v1/jwks': openIdKeys,
  '/api': (request) =>
    wantsAggregated(request)
      ? aggregatedAnswer(documentsOf(request.kinds).core(), request)
      : ok(apiVersions(['v1'], address(request))),
  '/apis': (request) => {
    const { groups, byPath } = documentsOf(request.kinds);
    return wantsAggregated(request) ? aggregatedAnswer(groups(), request) : ok(byPath.get('/apis') ?? {});
  },
};

/** Where documents of discovery are: never where objects are. */
const IS_VERSION_OR_GROUP = /^\/(api\/[^/]+|apis\/[^/]+(\/[^/]+)?)$/;

const respondAt = (path: string, kinds: Kinds): Respond | undefined => {
  if (Object.hasOwn(FIXED, path)) return FIXED[path];
  if (HEALTH_PATHS.includes(path)) return ({ query }) => healthAnswer(path, query);
  const document = IS_VERSION_OR_GROUP.test(path) && documentsOf(kinds).byPath.get(path);
  return document ? () => ok(document) : undefined;
};

/** Paths that answer whatever the method is, as with a real API server: all that it does not route by method. */
const TAKES_ANY_METHOD = /^\/(index\.html|metrics|(healthz|livez|readyz)(\/.*)?|apis(\/[^/]+)?)?$/;

/** Paths that may end in a slash. */
const ENDS_IN_SLASH = /^(\/(?:apis?(?:\/.*)?|version))\/$/;

/**
 * Answers what clients ask to find out what there is: discovery, version, health and their like.
 * @returns undefined for every other path, and at `/` where a page is asked for
 * @throws ApiError 405, and 406 for a version in another form than JSON
 */
export const discoveryAnswer = (request: DiscoveryRequest): Answer | undefined => {
  const path = request.path.replace(ENDS_IN_SLASH, '$1');
  const respond = respondAt(path, request.kinds);
  if (!respond) return undefined;
  if (request.method !== 'GET' && !TAKES_ANY_METHOD.test(path)) throw methodNotAllowed();
  return respond(request);
};
