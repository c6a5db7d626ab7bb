import type { ResourceType } from '../../kubernetes/resourceType';
import { groupVersion } from '../discovery/lists';
import { isOfKubernetes, type ServedVersion } from '../discovery/resources';
import { isShownWhenGone } from '../verbs/shownWhenGone';
import { inAllNamespaces, operationNames, versionName } from './names';
import { type Content, inPath, type Operation, type PathOperations } from './operation';
import {
  creating,
  deleting,
  deletingAll,
  discovering,
  listing,
  meta,
  patching,
  reading,
  replacing,
  type Subject,
  watchingAt,
} from './operations';
import { partPaths } from './parts';

/** Names the type of a kind: `io.k8s.api.apps.v1.DaemonSet`. */
export type TypeOf = (apiVersion: string, kind: string) => string;

const collected = (kind: ResourceType, operations: Readonly<Record<string, () => Operation>>) =>
  Object.entries(operations).flatMap(([verb, make]) => (kind.verbs.includes(verb) ? [make()] : []));

/** What a deletion is documented to answer: not, for namespaces, what it does answer. */
const deletionAnswer = (kind: ResourceType, object: Content): Content =>
  isShownWhenGone(kind) && kind.kind !== 'Namespace' ? object : meta('Status');

/** The paths of one kind. @param root where its group version begins: `/apis/apps/v1` */
const kindPaths = (kind: ResourceType, root: string, typeOf: TypeOf): readonly PathOperations[] => {
  const { plural, namespaced } = kind;
  const custom = !isOfKubernetes(kind.group);
  const about = { group: kind.group, version: kind.version, kind: kind.kind };
  const inNamespace = namespaced ? [inPath('namespace')] : [];
  const everywhere: Subject = { custom, kind: about, parameters: [] };
  const collection: Subject = { ...everywhere, parameters: inNamespace };
  const named: Subject = { ...everywhere, parameters: [...inNamespace, inPath('name')] };
  const object: Content = { type: typeOf(kind.apiVersion, kind.kind) };
  const list = (): Content => ({ type: typeOf(kind.apiVersion, `${kind.kind}List`) });
  const name = operationNames(kind);
  const inner = `${namespaced ? '/namespaces/{namespace}' : ''}/${plural}`;
  const isWatched = kind.verbs.includes('watch') && !custom;
  const paths: PathOperations[] = [
    {
      path: `${root}${inner}`,
      operations: collected(kind, {
        list: () => listing(collection, name('list'), list()),
        create: () => creating(collection, name('create'), object),
        deletecollection: () => deletingAll(collection, name('delete', { inner: 'Collection' })),
      }),
    },
    {
      path: `${root}${inner}/{name}`,
      operations: collected(kind, {
        get: () => reading(named, name('read'), object),
        update: () => replacing(named, name('replace'), object),
        delete: () => deleting(named, name('delete'), deletionAnswer(kind, object)),
        patch: () => patching(named, name('patch'), object),
      }),
    },
    ...partPaths(kind, `${root}${inner}/{name}`, named, typeOf),
  ];
  if (namespaced && kind.verbs.includes('list'))
    paths.push({
      path: `${root}/${plural}`,
      operations: [listing(everywhere, inAllNamespaces('list', kind), list())],
    });
  if (isWatched) {
    paths.push(
      {
        path: `${root}/watch${inner}`,
        operations: [watchingAt(collection, 'watchlist', name('watch', { last: 'List' }))],
      },
      { path: `${root}/watch${inner}/{name}`, operations: [watchingAt(named, 'watch', name('watch'))] },
    );
    if (namespaced)
      paths.push({
        path: `${root}/watch/${plural}`,
        operations: [watchingAt(everywhere, 'watchlist', inAllNamespaces('watch', kind, 'List'))],
      });
  }
  return paths.filter(({ operations }) => operations.length > 0);
};

const byPath = (a: PathOperations, b: PathOperations): number => (a.path < b.path ? -1 : 1);

/**
 * Every path of a group version, with what can be done there.
 * @see k8s.io/apiserver/pkg/endpoints APIInstaller.registerResourceHandlers
 */
export const pathsOf = (group: string, served: ServedVersion, typeOf: TypeOf): readonly PathOperations[] => {
  const root = `${group === '' ? '/api' : '/apis'}/${groupVersion(group, served.version)}`;
  const own = isOfKubernetes(group)
    ? [
        {
          path: `${root}/`,
          operations: [
            discovering(`get${versionName(group, served.version)}APIResources`, meta('APIResourceList')),
          ],
        },
      ]
    : [];
  return [...own, ...served.kinds.flatMap((kind) => kindPaths(kind, root, typeOf))].sort(byPath);
};
