import {
  type Content,
  type Method,
  OF_COLLECTIONS_DELETED,
  OF_DELETIONS,
  OF_LISTS,
  OF_PATCHES,
  OF_WRITES,
  type Operation,
  type Parameter,
  PRETTY,
  RESOURCE_VERSION,
  sorted,
} from './operation';

/** A type that every group version knows. */
export const meta = (name: string): Content => ({ type: `io.k8s.apimachinery.pkg.apis.meta.v1.${name}` });

const JSON_TYPE = 'application/json';
const YAML_TYPE = 'application/yaml';
const PROTOBUF_TYPE = 'application/vnd.kubernetes.protobuf';
const watching = (mediaType: string): string => `${mediaType};stream=watch`;

const OBJECTS = [JSON_TYPE, YAML_TYPE, PROTOBUF_TYPE];
const STREAMS = [...OBJECTS, watching(JSON_TYPE), watching(PROTOBUF_TYPE)];
const CUSTOM = [JSON_TYPE, YAML_TYPE];
const ANY = ['*/*'];
const APPLY = 'application/apply-patch+yaml';
const STRATEGIC = 'application/strategic-merge-patch+json';
const PLAIN_PATCHES = ['application/json-patch+json', 'application/merge-patch+json'];

/** What the operations of one path are about. */
export interface Subject {
  /** A definition brought the kind: it is not written in protobuf, and knows no strategic patches. */
  readonly custom: boolean;
  readonly kind: NonNullable<Operation['kind']>;
  /** Those that the path itself has. */
  readonly parameters: readonly Parameter[];
}

type Rest = Pick<Operation, 'answers'> & Partial<Pick<Operation, 'body' | 'produces'>>;

const operation = (
  { custom, kind, parameters }: Subject,
  [method, action, id]: readonly [Method, string, string],
  asked: readonly Parameter[],
  rest: Rest,
): Operation => ({
  method,
  action,
  id,
  kind,
  parameters: sorted([...parameters, ...asked, PRETTY]),
  produces: custom ? CUSTOM : OBJECTS,
  ...rest,
});

const bodyOf = ({ custom }: Subject, content: Content, required = true) => ({
  content,
  required,
  mediaTypes: custom ? CUSTOM : ANY,
});

/** Reads a collection. */
export const listing = (subject: Subject, id: string, list: Content): Operation =>
  operation(subject, ['get', 'list', id], OF_LISTS, {
    answers: { 200: list },
    produces: subject.custom ? CUSTOM : STREAMS,
  });

/** Watches, by the old form of paths. */
export const watchingAt = (subject: Subject, action: 'watch' | 'watchlist', id: string): Operation =>
  operation(subject, ['get', action, id], OF_LISTS, {
    answers: { 200: meta('WatchEvent') },
    produces: STREAMS,
  });

export const creating = (subject: Subject, id: string, object: Content): Operation =>
  operation(subject, ['post', 'post', id], OF_WRITES, {
    answers: { 200: object, 201: object, 202: object },
    body: bodyOf(subject, object),
  });

export const reading = (subject: Subject, id: string, object: Content): Operation =>
  operation(subject, ['get', 'get', id], subject.custom ? [RESOURCE_VERSION] : [], {
    answers: { 200: object },
  });

export const replacing = (subject: Subject, id: string, object: Content): Operation =>
  operation(subject, ['put', 'put', id], OF_WRITES, {
    answers: { 200: object, 201: object },
    body: bodyOf(subject, object),
  });

export const patching = (subject: Subject, id: string, object: Content): Operation =>
  operation(subject, ['patch', 'patch', id], OF_PATCHES, {
    answers: subject.custom ? { 200: object } : { 200: object, 201: object },
    body: {
      content: meta('Patch'),
      required: true,
      mediaTypes: [...PLAIN_PATCHES, ...(subject.custom ? [] : [STRATEGIC]), APPLY],
    },
  });

/** @param answer what is answered: a Status, or what was deleted */
export const deleting = (subject: Subject, id: string, answer: Content): Operation =>
  operation(subject, ['delete', 'delete', id], OF_DELETIONS, {
    answers: { 200: answer, 202: answer },
    body: bodyOf(subject, meta('DeleteOptions'), false),
  });

export const deletingAll = (subject: Subject, id: string): Operation =>
  operation(subject, ['delete', 'deletecollection', id], subject.custom ? OF_LISTS : OF_COLLECTIONS_DELETED, {
    answers: { 200: meta('Status') },
    ...(subject.custom ? {} : { body: bodyOf(subject, meta('DeleteOptions'), false) }),
  });

/** Reads what is no object: a log. */
export const readingText = (subject: Subject, id: string, asked: readonly Parameter[]): Operation =>
  operation(subject, ['get', 'get', id], asked, {
    answers: { 200: 'text' },
    produces: ['text/plain', ...OBJECTS],
  });

/** Connects a client with something that speaks a protocol of its own. */
export const connecting = (
  { kind, parameters }: Subject,
  method: Method,
  id: string,
  asked: readonly Parameter[],
): Operation => ({
  method,
  action: 'connect',
  id,
  kind,
  parameters: sorted([...parameters, ...asked]),
  produces: ANY,
  answers: { 200: 'text' },
});

/** Tells what there is. */
export const discovering = (id: string, content: Content): Operation => ({
  method: 'get',
  id,
  parameters: [],
  produces: OBJECTS,
  answers: { 200: content },
});
