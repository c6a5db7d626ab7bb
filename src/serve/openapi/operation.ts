/** A parameter of a request, in its path or its query. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly type: 'string' | 'integer' | 'boolean';
}

/** What a request may do at a path, in the order in which documents name methods. */
export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;
export type Method = (typeof METHODS)[number];

/** What is sent or answered: a type by its whole name, or plain text. */
export type Content = { readonly type: string } | 'text';

/** One method of one path, as both versions of OpenAPI describe it. */
export interface Operation {
  readonly method: Method;
  /** Unique within a document: `readAppsV1NamespacedDaemonSet`. */
  readonly id: string;
  /** Path and query, by name. */
  readonly parameters: readonly Parameter[];
  readonly body?: {
    readonly content: Content;
    readonly required: boolean;
    readonly mediaTypes: readonly string[];
  };
  /** By code. */
  readonly answers: Readonly<Record<number, Content>>;
  readonly produces: readonly string[];
  /** `list`, `get`, `post`, … */
  readonly action?: string;
  /** What is sent or answered. */
  readonly kind?: { readonly group: string; readonly version: string; readonly kind: string };
}

/** The operations of one path. */
export interface PathOperations {
  readonly path: string;
  readonly operations: readonly Operation[];
}

const query =
  (type: Parameter['type']) =>
  (name: string): Parameter => ({ name, in: 'query', type });
const text = query('string');
const number = query('integer');
const flag = query('boolean');

export const inPath = (name: string): Parameter => ({ name, in: 'path', type: 'string' });

export const PRETTY = text('pretty');
export const RESOURCE_VERSION = text('resourceVersion');

const SELECTING = [
  ...[
    'continue',
    'fieldSelector',
    'labelSelector',
    'resourceVersion',
    'resourceVersionMatch',
    'shardSelector',
  ].map(text),
  ...['limit', 'timeoutSeconds'].map(number),
  flag('sendInitialEvents'),
];

export const OF_LISTS = [...SELECTING, flag('allowWatchBookmarks'), flag('watch')];
export const OF_WRITES = ['dryRun', 'fieldManager', 'fieldValidation'].map(text);
export const OF_PATCHES = [...OF_WRITES, flag('force')];
export const OF_DELETIONS = [
  text('dryRun'),
  number('gracePeriodSeconds'),
  flag('ignoreStoreReadErrorWithClusterBreakingPotential'),
  flag('orphanDependents'),
  text('propagationPolicy'),
];
export const OF_COLLECTIONS_DELETED = [...OF_DELETIONS, ...SELECTING];

const STREAMS = [text('container'), ...['stderr', 'stdin', 'stdout', 'tty'].map(flag)];

/** The options of subresources that are no objects. */
export const OF_CONNECTIONS: Readonly<Record<string, readonly Parameter[]>> = {
  attach: STREAMS,
  exec: [...STREAMS, text('command')],
  portforward: [number('ports')],
  proxy: [text('path')],
  log: [
    ...['container', 'stream'].map(text),
    ...['limitBytes', 'sinceSeconds', 'tailLines'].map(number),
    ...['follow', 'insecureSkipTLSVerifyBackend', 'previous', 'timestamps'].map(flag),
  ],
};

/** Parameters as documents list them. */
export const sorted = (parameters: readonly Parameter[]): readonly Parameter[] =>
  [...parameters].sort((a, b) => (`${a.name}/${a.in}` < `${b.name}/${b.in}` ? -1 : 1));
