import { ApiError, noSuchResource } from '../../kubernetes/refusals';
import { fail } from '../errors';
import { onOff, text, wholeNumber } from '../flags';
import { findTargets } from '../targets';
import { defineVerb } from '../verb';

/**
 * `scale`: none of the kinds in Rollcall has a scale subresource, a daemon set least of all. The refusal is the
 * API server's answer to a request for a subresource that a kind does not have.
 */
export const scale = defineVerb({
  name: 'scale',
  flags: { replicas: wholeNumber(), currentReplicas: wholeNumber(), all: onOff(), selector: text('l') },
  async run(session, words, { replicas, ...filter }) {
    if (replicas === undefined) throw fail('required flag(s) "replicas" not set');
    if (replicas < 0) {
      throw fail('The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0');
    }
    const { targets, errors } = await findTargets(session, words, filter);
    if (targets.length > 0) throw noSuchResource();
    const why = errors.map((error) => (error instanceof ApiError ? error.message : '')).join('; ');
    throw fail(`no objects passed to scale ${why}`.trimEnd());
  },
});
