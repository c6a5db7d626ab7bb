import { nonResourceVerbs, resourceVerbs } from '../../kubernetes/kinds/rbac/verbs';
import { type RulesStatus, rulesTable } from '../accessTable';
import { CommandError, fail } from '../errors';
import { onOff, text } from '../flags';
import { allNamespaces } from '../parser';
import type { Session } from '../session';
import { defineVerb } from '../verb';

/** The part of an access review that holds the answer. */
interface Reviewed {
  readonly status?: { readonly allowed?: boolean; readonly reason?: string };
}

interface Given {
  readonly allNamespaces: boolean;
  readonly quiet: boolean;
  readonly subresource: string | undefined;
  readonly list: boolean;
  readonly noHeaders: boolean;
}

const warn = (session: Session, text: string): void => session.warn(`Warning: ${text}\n`);

const ask = async (session: Session, kind: string, spec: object): Promise<unknown> =>
  session.api.create({ apiVersion: 'authorization.k8s.io/v1', kind, spec });

/** Prints all that one may do in the namespace. */
const listRules = async (session: Session, words: readonly string[], given: Given): Promise<void> => {
  if (words.length > 0) throw fail('list option must be specified with no arguments');
  if (given.quiet || given.allNamespaces || given.subresource)
    throw fail("list option can't be specified with neither quiet, all-namespaces nor subresource options");
  const review = await ask(session, 'SelfSubjectRulesReview', { namespace: session.namespace });
  session.write(rulesTable((review as { readonly status?: RulesStatus }).status ?? {}, given.noHeaders));
};

/** What is asked: about a resource, perhaps by name, or about a path that is none. */
const questionOf = (session: Session, words: readonly string[], given: Given): object => {
  const [verb, type, ...more] = words;
  if (verb === undefined || type === undefined || more.length > 0) {
    throw fail(
      'you must specify two arguments: verb resource or verb resource/resourceName.\n' +
        "See 'kubectl auth can-i -h' for help and examples.",
    );
  }
  if (type.startsWith('/')) {
    if (given.subresource) throw fail('--subresource can not be used with NonResourceURL');
    if (!nonResourceVerbs.has(verb)) warn(session, `verb '${verb}' is not a known verb`);
    return { nonResourceAttributes: { verb, path: type } };
  }
  const [word = '', name = ''] = type.split(/\/(.*)/s);
  const resource = session.kinds.named(word);
  if (!resource && word !== '*' && word !== 'users' && word !== 'groups') {
    const [plain, group] = word.toLowerCase().split(/\.(.*)/s);
    warn(session, `the server doesn't have a resource type '${plain}'${group ? ` in group '${group}'` : ''}`);
  }
  if (resource && !resource.namespaced && !given.allNamespaces) {
    const inGroup = resource.group === '' ? '' : ` in group '${resource.group}'`;
    warn(session, `resource '${resource.plural}' is not namespace scoped${inGroup}`);
  }
  if (!given.allNamespaces && !resourceVerbs.has(verb)) warn(session, `verb '${verb}' is not a known verb`);
  return {
    resourceAttributes: {
      namespace: given.allNamespaces ? '' : session.namespace,
      verb,
      group: resource?.group ?? '',
      resource: resource?.plural ?? word,
      subresource: given.subresource ?? '',
      name,
    },
  };
};

/**
 * `auth can-i VERB TYPE[/NAME]`: asks the server whether something would be allowed. A role may allow something for single
 * names only: then the answer is yes for them, and no for the kind.
 * @see k8s.io/kubectl/pkg/cmd/auth CanIOptions
 */
export const canI = defineVerb({
  name: 'auth can-i',
  reads: true,
  flags: { allNamespaces, quiet: onOff('q'), subresource: text(), list: onOff(), noHeaders: onOff() },
  async run(session, words, given) {
    if (given.list) {
      await listRules(session, words, given);
      return;
    }
    const question = questionOf(session, words, given);
    if (given.noHeaders) throw fail('--no-headers cannot be set without --list specified');
    const { status } = (await ask(session, 'SelfSubjectAccessReview', question)) as Reviewed;
    const allowed = status?.allowed ?? false;
    const reason = status?.reason ? ` - ${status.reason}` : '';
    if (!given.quiet) session.print(allowed ? 'yes' : `no${reason}`);
    if (!allowed) throw new CommandError('');
  },
});
