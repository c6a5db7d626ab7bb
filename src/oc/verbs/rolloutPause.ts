import { findAll, forEachFound, warnOfNothing } from '../each';
import { fail } from '../errors';
import { list, text } from '../flags';
import { needResource } from '../history';
import { defineVerb, type Verb } from '../verb';

const refuse = (name: 'pause' | 'resume', what: 'pausing' | 'resuming'): Verb =>
  defineVerb({
    name: `rollout ${name}`,
    flags: { selector: text('l'), filename: list('f') },
    async run(session, words, filter) {
      needResource(words, filter.filename);
      const found = await findAll(session, words, { ...filter, all: true });
      warnOfNothing(session, found);
      await forEachFound(found, async ({ resource, object }) => {
        const kind = resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`;
        throw fail(`${kind} "${object.metadata.name}" ${what} is not supported`);
      });
    },
  });

/** `rollout pause` and `resume`: only deployments can do that, none of the kinds in Rollcall. */
export const rolloutPauses: readonly Verb[] = [refuse('pause', 'pausing'), refuse('resume', 'resuming')];
