import { isCached } from '../../cluster/apiserver/requests/lists/lists';
import { ApiError } from '../../kubernetes/refusals';
import type { Handler } from '../http/answer';
import type { Asked } from '../http/asked';
import { listRequestOf } from '../http/listOptions';
import { numberIn } from '../http/queryValues';
import { statusOf } from '../http/status';
import { PROTOBUF } from '../protobuf/protobuf';
import { patiently } from './patiently';
import { WatchStream } from './stream';
import { watchForm } from './watchForm';
import { tooManyWatches } from './watching';

/**
 * What goes wrong with a watch that was granted is told in the stream: clients know then that it is no fault of theirs.
 * @see k8s.io/apiserver/pkg/storage/cacher newErrWatcher
 */
const isToldInStream = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.code === 410 || error.code === 504);

/** What watches are written in. YAML has no way to tell where an event ends. */
const STREAMS = ['application/json', PROTOBUF].map((type) => `${type};stream=watch`);

/** @see k8s.io/apiserver/pkg/endpoints/handlers/negotiation NegotiateOutputMediaTypeStream */
const notAcceptable = (): ApiError =>
  new ApiError({
    code: 406,
    reason: 'NotAcceptable',
    message: `only the following media types are accepted: ${STREAMS.join(', ')}`,
  });

/** Tells changes of a collection, one line of JSON each, until the client goes or its time is over. */
export const watch: Handler<Asked> = async (asked) => {
  const { cluster, target, caller, gone } = asked;
  const { server, watching } = cluster;
  const request = listRequestOf(asked);
  const timeout = watching.lasting(numberIn(asked.query, 'timeoutSeconds'));
  if (asked.wanted.mediaType === 'application/yaml') throw notAcceptable();
  if (watching.isFull) return tooManyWatches;
  const stream = new WatchStream(watching, {
    kind: target.resource,
    form: watchForm(asked),
    type: asked.wanted.mediaType === PROTOBUF ? `${PROTOBUF};stream=watch` : asked.wanted.mediaType,
    bookmarks: request.allowWatchBookmarks === true && isCached(target.resource),
    timeout,
  });
  const begin = () => server.begin(target.resource, request, caller, stream);
  try {
    stream.stands(await patiently(begin, server.store, watching.timing, gone));
  } catch (error) {
    if (!isToldInStream(error)) throw error;
    stream.fails(statusOf(error));
  }
  watching.enter(stream);
  // Should the client go before the answer begins.
  gone.addEventListener('abort', () => stream.stop());
  if (gone.aborted) stream.stop();
  cluster.clock.touch();
  return { stream: (response) => stream.open(response) };
};
