import { SelectorSyntaxError } from '../kubernetes/fields/labels';
import { type ResourceType, resourceNamed, resources } from '../kubernetes/kinds/resources';
import type { KubeObject } from '../kubernetes/object';
import { ApiError, badRequest } from '../kubernetes/refusals';
import { fail } from './errors';
import type { Session } from './session';

/** An object that a command is about. */
export interface Target {
  readonly resource: ResourceType;
  readonly object: KubeObject;
  /** The file that named it, if one did. */
  readonly file?: string;
}

/** What the words of a command name: single objects, or whole kinds. */
export interface Named {
  readonly objects: readonly { readonly resource: ResourceType; readonly name: string }[];
  readonly kinds: readonly ResourceType[];
  /** True for objects named as `TYPE/NAME`. */
  readonly withSlash?: boolean;
}

/** Narrows down whole kinds. */
export interface Filter {
  readonly selector?: string;
  readonly fieldSelector?: string;
  readonly allNamespaces?: boolean;
  /** Whole kinds are meant even without a selector. */
  readonly all?: boolean;
}

/** Kinds that `all` stands for, in kubectl's order. */
const CATEGORY_ALL: readonly ResourceType[] = [resources.pods, resources.daemonsets];

/** The kind somebody means. @throws CommandError in kubectl's words. */
export const kindNamed = (word: string): ResourceType => {
  const resource = resourceNamed(word);
  if (!resource) throw fail(`the server doesn't have a resource type "${word.split('.')[0]}"`);
  return resource;
};

const kindsNamed = (word: string): readonly ResourceType[] =>
  word.split(',').flatMap((each) => (each === 'all' ? CATEGORY_ALL : [kindNamed(each)]));

const splitName = (word: string): { readonly resource: ResourceType; readonly name: string } => {
  const [type = '', name = '', ...more] = word.split('/');
  if (more.length > 0) throw fail('arguments in resource/name form may not have more than one slash');
  if (name === '' || type === '') {
    throw fail('arguments in resource/name form must have a single resource and name');
  }
  return { resource: kindNamed(type), name };
};

/**
 * Understands `TYPE`, `TYPE NAME…`, `TYPE/NAME…` and `TYPE,TYPE`.
 * @throws CommandError in kubectl's words.
 */
export const readNames = (words: readonly string[]): Named => {
  const [first = '', ...rest] = words;
  if (words.some((word) => word.includes('/'))) {
    if (!words.every((word) => word.includes('/'))) {
      throw fail(
        'there is no need to specify a resource type as a separate argument when passing arguments in resource/name ' +
          "form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
      );
    }
    return { objects: words.map(splitName), kinds: [], withSlash: true };
  }
  const kinds = first === '' ? [] : kindsNamed(first);
  if (rest.length === 0) return { objects: [], kinds };
  return { objects: rest.flatMap((name) => kinds.map((resource) => ({ resource, name }))), kinds: [] };
};

/** Refuses names together with selectors, and kinds without either. @throws CommandError */
export const checkFilter = (named: Named, filter: Filter): void => {
  const { selector, fieldSelector, all = false, allNamespaces = false } = filter;
  const narrowed = selector !== undefined || fieldSelector !== undefined;
  if (named.objects.length > 0) {
    if (narrowed) {
      throw fail(
        named.withSlash
          ? 'selectors and the all flag cannot be used when passing resource/name arguments'
          : 'name cannot be provided when a selector is specified',
      );
    }
    if (allNamespaces) throw fail('a resource cannot be retrieved by name across all namespaces');
  } else if (named.kinds.length === 0) {
    throw fail(
      'You must provide one or more resources by argument or filename.\n' +
        "Example resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n" +
        "   '<resource> <name>'\n   '<resource>'",
    );
  } else if (!narrowed && !all) throw fail('resource(s) were provided, but no name was specified');
};

/** What the server says of a selector that it cannot read, and what kubectl adds to it. */
const listFailure = (error: unknown, resource: ResourceType, filter: Filter): unknown => {
  const refusal = error instanceof SelectorSyntaxError ? badRequest(error.message) : error;
  if (!(refusal instanceof ApiError) || !['BadRequest', 'NotFound'].includes(refusal.reason)) return error;
  const { selector = '', fieldSelector = '' } = filter;
  const kind = `"${resource.group}/${resource.version}, Resource=${resource.plural}"`;
  const what =
    selector === '' && fieldSelector === ''
      ? `Unable to list ${kind}`
      : `Unable to find ${kind} that match label selector ${JSON.stringify(selector)}, ` +
        `field selector ${JSON.stringify(fieldSelector)}`;
  return new ApiError({ ...refusal.status, message: `${what}: ${refusal.message}` });
};

/** The namespace to look for a kind in: none for kinds without one. */
export const namespaceFor = (session: Session, resource: ResourceType): string | undefined =>
  resource.namespaced ? session.namespace : undefined;

/**
 * Fetches what the words and the filter name. What cannot be fetched is reported among `errors`, the rest is
 * found all the same.
 * @throws CommandError if the words make no sense.
 */
export const findTargets = async (
  session: Session,
  words: readonly string[],
  filter: Filter,
): Promise<{ readonly targets: readonly Target[]; readonly errors: readonly unknown[] }> => {
  const named = readNames(words);
  checkFilter(named, filter);
  const targets: Target[] = [];
  const errors: unknown[] = [];
  const attempt = async (fetch: () => Promise<readonly Target[]>): Promise<void> => {
    try {
      targets.push(...(await fetch()));
    } catch (error) {
      errors.push(error);
    }
  };
  for (const { resource, name } of named.objects) {
    const ref = { resource, namespace: namespaceFor(session, resource), name };
    await attempt(async () => [{ resource, object: await session.api.get(ref) }]);
  }
  for (const resource of named.kinds) {
    await attempt(async () => {
      const query = {
        resource,
        namespace: filter.allNamespaces ? undefined : namespaceFor(session, resource),
        labelSelector: filter.selector,
        fieldSelector: filter.fieldSelector,
      };
      try {
        return (await session.api.list(query)).map((object) => ({ resource, object }));
      } catch (error) {
        throw listFailure(error, resource, filter);
      }
    });
  }
  return { targets, errors };
};

/** `daemonset.apps`, `pod`: a kind as results name it. */
export const kindOf = (resource: ResourceType): string =>
  resource.group === '' ? resource.singular : `${resource.singular}.${resource.group}`;

/** `daemonset.apps/hello`. */
export const nameOf = (resource: ResourceType, name: string): string => `${kindOf(resource)}/${name}`;

/** Names a stored object to the API. */
export const refOf = ({ resource, object }: Target) => ({
  resource,
  namespace: object.metadata.namespace,
  name: object.metadata.name,
});
