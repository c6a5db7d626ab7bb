import type { ResourceType, Subresource } from '../../kubernetes/resourceType';
import { capital, operationNames } from './names';
import {
  type Content,
  inPath,
  type Method,
  OF_CONNECTIONS,
  type Operation,
  type PathOperations,
} from './operation';
import { connecting, creating, patching, reading, readingText, replacing, type Subject } from './operations';

/** Which methods connect a client, by the verbs that let it. */
const CONNECTING: readonly (readonly [Method, string])[] = [
  ['get', 'get'],
  ['put', 'update'],
  ['post', 'create'],
  ['delete', 'delete'],
  ['options', 'proxy'],
  ['head', 'proxy'],
  ['patch', 'patch'],
];

/** What is asked for at the other side of a proxy stands in the path, or in the query. */
const connections = (kind: ResourceType, part: Subresource, path: string, subject: Subject) => {
  const { name, verbs } = part;
  const methods = CONNECTING.filter(([, verb]) => verbs.includes(verb) || verb === name);
  const id = operationNames(kind, name);
  const at = (place: Subject, last = ''): Operation[] =>
    methods.map(([method]) =>
      connecting(place, method, id('connect', { inner: capital(method), last }), OF_CONNECTIONS[name] ?? []),
    );
  return [
    { path, operations: at(subject) },
    ...(name === 'proxy'
      ? [
          {
            path: `${path}/{path}`,
            operations: at({ ...subject, parameters: [...subject.parameters, inPath('path')] }, 'WithPath'),
          },
        ]
      : []),
  ];
};

const gvkOf = ({ apiVersion, kind }: Subresource) => {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  return { group, version, kind };
};

/**
 * The paths of a kind's subresources.
 * @param object the path of the object
 * @param named what operations on the object are about
 */
export const partPaths = (
  kind: ResourceType,
  object: string,
  named: Subject,
  typeOf: (apiVersion: string, kind: string) => string,
): readonly PathOperations[] =>
  kind.subresources.flatMap((part): readonly PathOperations[] => {
    const path = `${object}/${part.name}`;
    const subject: Subject = named.custom ? named : { ...named, kind: gvkOf(part) };
    const id = operationNames(kind, part.name);
    if (part.name === 'log')
      return [{ path, operations: [readingText(subject, id('read'), OF_CONNECTIONS.log ?? [])] }];
    if (part.name in OF_CONNECTIONS) return connections(kind, part, path, subject);
    const content: Content = { type: typeOf(part.apiVersion, part.kind) };
    const made: Readonly<Record<string, () => Operation>> = {
      get: () => reading(subject, id('read'), content),
      update: () => replacing(subject, id('replace'), content),
      create: () => creating(subject, id('create'), content),
      patch: () => patching(subject, id('patch'), content),
    };
    return [{ path, operations: part.verbs.flatMap((verb) => made[verb]?.() ?? []) }];
  });
