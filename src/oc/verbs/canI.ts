import { CommandError, fail } from '../errors';
import { onOff, text } from '../flags';
import { allNamespaces } from '../parser';
import { defineVerb } from '../verb';

/** The part of an access review that holds the answer. */
interface Reviewed {
  readonly status?: { readonly allowed?: boolean; readonly reason?: string };
}

/** `auth can-i VERB TYPE[/NAME]`: asks the server whether something would be allowed. */
export const canI = defineVerb({
  name: 'auth can-i',
  reads: true,
  flags: { allNamespaces, quiet: onOff('q'), subresource: text() },
  async run(session, words, { allNamespaces: everywhere, quiet, subresource }) {
    const [verb, type, inlineName, ...more] = words;
    if (verb === undefined || type === undefined || more.length > 0) {
      throw fail(
        'you must specify two arguments: verb resource or verb resource/resourceName.\n' +
          "See 'kubectl auth can-i -h' for help and examples.",
      );
    }
    const [word = '', name = inlineName] = type.split('/');
    const resource = session.kinds.named(word);
    if (word !== '*' && !quiet) {
      if (!resource) session.warn(`Warning: the server doesn't have a resource type '${word}'\n`);
      else if (!resource.namespaced && !everywhere) {
        const inGroup = resource.group === '' ? '' : ` in group '${resource.group}'`;
        session.warn(`Warning: resource '${resource.plural}' is not namespace scoped${inGroup}\n`);
      }
    }
    const review = (await session.api.create({
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: {
        resourceAttributes: {
          namespace: everywhere ? '' : session.namespace,
          verb,
          group: resource?.group ?? '',
          resource: resource?.plural ?? word,
          subresource: subresource ?? '',
          name: name ?? '',
        },
      },
    })) as Reviewed;
    const allowed = review.status?.allowed ?? false;
    const reason = review.status?.reason ? ` - ${review.status.reason}` : '';
    if (!quiet) session.print(allowed ? 'yes' : `no${reason}`);
    if (!allowed) throw new CommandError('');
  },
});
