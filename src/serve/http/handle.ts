import { ApiError, methodNotAllowed, noSuchResource } from '../../kubernetes/refusals';
import { discoveryAnswer } from '../discovery/answers';
import { verbs } from '../verbs/verbs';
import type { Answer } from './answer';
import type { Visit } from './asked';
import { type RequestTarget, targetOf } from './target';

const notFound = (): ApiError => new ApiError({ code: 404, reason: '', message: '404 page not found\n' });

const checkServed = ({ resource, subresource, verb }: RequestTarget): void => {
  const part =
    subresource === undefined ? resource : resource.subresources.find(({ name }) => name === subresource);
  if (!part) throw noSuchResource();
  if (!part.verbs.includes(verb)) throw methodNotAllowed();
};

/** Answers a request to one cluster. @throws ApiError */
export const handle = async (visit: Visit): Promise<Answer> => {
  const { cluster, method, path, query } = visit;
  const told = discoveryAnswer({ ...visit, kinds: cluster.kinds });
  if (told) return told;
  const target = targetOf(cluster.kinds, method, path, query);
  if (!target) throw notFound();
  checkServed(target);
  return verbs[target.verb]({ ...visit, target });
};
