import type { Kinds } from '../../kubernetes/kinds/kinds';
import { methodNotAllowed, noSuchResource } from '../../kubernetes/refusals';
import { discoveryAnswer } from '../discovery/answers';
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

/** True for paths below those of a group that is there: what is missing there is missed in another form. */
const isWithin = (kinds: Kinds, path: string): boolean => {
  const [, root, group, ...rest] = path.split('/');
  if (root === 'api') return group !== undefined;
  return root === 'apis' && rest.length > 0 && kinds.all.some((kind) => kind.group === group);
};

/** Answers a request to one cluster. @throws ApiError */
export const handle = async (visit: Visit): Promise<Handled> => {
  const { cluster, method, path, query, headers } = visit;
  const wishes = { accept: headers.accept, agent: headers['user-agent'], pretty: query.get('pretty') };
  const told = discoveryAnswer({ ...visit, kinds: cluster.kinds });
  if (told) return { answer: told, wanted: wantedOf('text' in told ? {} : wishes, () => false) };
  const target = targetOf(cluster.kinds, method, path, query);
  if (!target) throw isWithin(cluster.kinds, path) ? noSuchResource() : noSuchPath();
  checkServed(target);
  const wanted = wantedOf(wishes, () => false);
  return { answer: await verbs[target.verb]({ ...visit, target }), wanted };
};
