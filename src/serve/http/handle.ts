import type { Visit as PathVisit, Request } from '../../cluster/apiserver/requests/authorization/rbac';
import type { Caller } from '../../cluster/apiserver/requests/caller';
import type { Kinds } from '../../kubernetes/kinds/kinds';
import { methodNotAllowed, noSuchResource } from '../../kubernetes/refusals';
import { discoveryAnswer } from '../discovery/answers';
import { identify } from '../identity/identify';
import { openApiAnswer } from '../openapi/answers';
import { isInProtobuf, PROTOBUF } from '../protobuf/protobuf';
import { formOf, isForm } from '../tables/form';
import { part } from '../verbs/part';
import { verbs } from '../verbs/verbs';
import { type Conversion, type Endpoint, type Wanted, wantedOf } from './accept';
import type { Answer } from './answer';
import type { Arrival } from './asked';
import { noSuchPath } from './refusal';
import { type RequestTarget, targetOf, type Verb } from './target';

/** An answer, and how its client wants it written. */
export interface Handled {
  readonly answer: Answer;
  readonly wanted: Wanted;
}

const READING: ReadonlySet<Verb> = new Set(['get', 'list', 'watch']);

const checkServed = ({ resource, subresource, verb }: RequestTarget): void => {
  const part =
    subresource === undefined ? resource : resource.subresources.find(({ name }) => name === subresource);
  if (!part) throw noSuchResource();
  if (!part.verbs.includes(verb)) throw methodNotAllowed();
};

/** True for paths below those of a group that is there: what is missing there is missed in another form. */
const isWithin = (kinds: Kinds, path: string): boolean => {
  const [, root, group, ...rest] = path.split('/');
  if (root === 'api') return group !== undefined;
  return root === 'apis' && rest.length > 0 && kinds.all.some((kind) => kind.group === group);
};

/** Who makes a request; the browser that somebody looks with says so, too. */
const callerOf = ({ cluster, distinct, headers }: Arrival, what: Request | PathVisit): Caller => {
  const caller = identify(cluster.server, { headers: distinct, what }, cluster.visitor);
  const agent = headers['user-agent'];
  return agent ? { ...caller, userAgent: agent } : caller;
};

const requestFor = ({ verb, resource, namespace, name, subresource }: RequestTarget): Request => ({
  verb,
  resource,
  namespace,
  name,
  subresource,
});

/** Lets somebody visit a path that leads to no objects. @throws ApiError 401, 403 */
const admit = (arrival: Arrival): void => {
  const { cluster, method, path } = arrival;
  const what = { verb: method.toLowerCase(), path };
  cluster.server.visit(callerOf(arrival, what), what);
};

/** What the server says of itself. */
const toldOfItself = (arrival: Arrival): Answer | undefined => {
  const told = discoveryAnswer({ ...arrival, kinds: arrival.cluster.kinds }) ?? openApiAnswer(arrival);
  if (told) admit(arrival);
  return told;
};

/** @throws ApiError; who may not be here at all hears nothing else */
const findTarget = (arrival: Arrival): RequestTarget => {
  const { cluster, method, path, query } = arrival;
  try {
    const target = targetOf(cluster.kinds, method, path, query);
    if (target) return target;
  } catch (error) {
    admit(arrival);
    throw error;
  }
  admit(arrival);
  throw isWithin(cluster.kinds, path) ? noSuchResource() : noSuchPath();
};

const WATCHED: Readonly<Partial<Record<Verb, Endpoint['watched']>>> = { list: 'maybe', watch: 'yes' };

/** How what a request is about is answered: custom resources, say, are not written in protobuf. */
const endpointOf = ({ verb, resource, subresource }: RequestTarget) => {
  const { apiVersion, kind } = resource.subresources.find(({ name }) => name === subresource) ?? resource;
  const watched = WATCHED[verb];
  return {
    ...(watched ? { watched } : {}),
    writes: (mediaType: string): boolean => mediaType !== PROTOBUF || isInProtobuf({ apiVersion, kind }),
  };
};

/** Answers a request to one cluster. @throws ApiError */
export const handle = async (arrival: Arrival): Promise<Handled> => {
  const { cluster, query, headers } = arrival;
  const wishes = { accept: headers.accept, agent: headers['user-agent'], pretty: query.get('pretty') };
  const told = toldOfItself(arrival);
  if (told) return { answer: told, wanted: wantedOf('text' in told ? {} : wishes, () => false) };
  const target = findTarget(arrival);
  const caller = callerOf(arrival, requestFor(target));
  checkServed(target);
  cluster.attend(target.resource, READING.has(target.verb));
  const endpoint = endpointOf(target);
  // Of a watch, each object is what has the form.
  const converts = (as: Conversion, mediaType: string): boolean =>
    isForm(as, mediaType) &&
    (target.verb !== 'watch' || as.kind !== 'PartialObjectMetadataList' || endpoint.writes(mediaType));
  const wanted = wantedOf(wishes, converts, endpoint);
  const asked = { ...arrival, caller, target, wanted };
  const form = formOf(asked);
  const answer = await (target.subresource === undefined ? verbs[target.verb] : part)(asked);
  // Whoever has written or watches wants to be told of what comes of it.
  if (target.verb !== 'get' && target.verb !== 'list') cluster.follow(target.resource);
  return { answer: 'object' in answer ? { ...answer, object: form(answer.object) } : answer, wanted };
};
