import type { Discovery } from '../kubernetes/kinds/kinds';
import type { KubeObject } from '../kubernetes/object';
import { ApiError } from '../kubernetes/refusals';
import type { ResourceType } from '../kubernetes/resourceType';
import { fail, MisspeltError } from './errors';
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

/** The kind somebody means. @throws CommandError in kubectl's words. */
export const kindNamed = (kinds: Discovery, word: string): ResourceType => {
  const resource = kinds.named(word);
  if (!resource)
    throw new MisspeltError(`error: the server doesn't have a resource type "${word.split('.')[0]}"`);
  return resource;
};

const kindsNamed = (kinds: Discovery, word: string): readonly ResourceType[] =>
  word.split(',').flatMap((each) => {
    const several = kinds.inCategory(each);
    return several.length > 0 ? several : [kindNamed(kinds, each)];
  });

const splitName = (
  kinds: Discovery,
  word: string,
): { readonly resource: ResourceType; readonly name: string } => {
  const [type = '', name = '', ...more] = word.split('/');
  if (more.length > 0) throw fail('arguments in resource/name form may not have more than one slash');
  if (name === '' || type === '') {
    throw fail('arguments in resource/name form must have a single resource and name');
  }
  return { resource: kindNamed(kinds, type), name };
};

/**
 * Understands `TYPE`, `TYPE NAME…`, `TYPE/NAME…` and `TYPE,TYPE`.
 * @throws CommandError in kubectl's words.
 */
export const readNames = (served: Discovery, words: readonly string[]): Named => {
  const [first = '', ...rest] = words;
  if (words.some((word) => word.includes('/'))) {
    if (!words.every((word) => word.includes('/'))) {
      throw fail(
        'there is no need to specify a resource type as a separate argument when passing arguments in resource/name ' +
          "form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
      );
    }
    return { objects: words.map((word) => splitName(served, word)), kinds: [], withSlash: true };
  }
  const kinds = first === '' ? [] : kindsNamed(served, first);
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

/** What kubectl adds to what the server says of a selector that it cannot read. */
const listFailure = (error: unknown, resource: ResourceType, filter: Filter): unknown => {
  if (!(error instanceof ApiError) || !['BadRequest', 'NotFound'].includes(error.reason)) return error;
  const { selector = '', fieldSelector = '' } = filter;
  const kind = `"${resource.group}/${resource.version}, Resource=${resource.plural}"`;
  const what =
    selector === '' && fieldSelector === ''
      ? `Unable to list ${kind}`
      : `Unable to find ${kind} that match label selector ${JSON.stringify(selector)}, ` +
        `field selector ${JSON.stringify(fieldSelector)}`;
  return new ApiError({ ...error.status, message: `${what}: ${error.message}` });
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
  const named = readNames(session.kinds, words);
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
        return (await session.api.list(query)).items.map((object) => ({ resource, object }));
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
