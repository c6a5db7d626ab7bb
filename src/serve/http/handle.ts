import { methodNotAllowed, noSuchResource } from '../../kubernetes/refusals';
import { verbs } from '../verbs/verbs';
import { type Wanted, wantedOf } from './accept';
import type { Answer } from './answer';
import type { Visit } from './asked';
import { noSuchPath } from './refusal';
import { type RequestTarget, targetOf } from './target';

/** An answer, and how its client wants it written. */
export interface Handled {
  readonly answer: Answer;
  readonly wanted: Wanted;
}

const checkServed = ({ resource, subresource, verb }: RequestTarget): void => {
  const part =
    subresource === undefined ? resource : resource.subresources.find(({ name }) => name === subresource);
  if (!part) throw noSuchResource();
  if (!part.verbs.includes(verb)) throw methodNotAllowed();
};

const READING = new Set(['get', 'list', 'watch']);

/** Answers a request to one cluster. @throws ApiError */
export const handle = async (visit: Visit): Promise<Handled> => {
  const { cluster, method, path, query, headers } = visit;
  const target = targetOf(cluster.kinds, method, path, query);
  if (!target) throw noSuchPath();
  checkServed(target);
  cluster.attend(target.resource, READING.has(target.verb));
  const wishes = { accept: headers.accept, agent: headers['user-agent'], pretty: query.get('pretty') };
  const wanted = wantedOf(wishes, () => false);
  return { answer: await verbs[target.verb]({ ...visit, target }), wanted };
};
