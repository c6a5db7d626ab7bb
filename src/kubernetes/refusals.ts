import { quoted } from './fields/text';

/** One thing that is wrong with one field, as the API server lists it under `details.causes`. */
export interface FieldCause {
  readonly reason: string;
  readonly message: string;
  readonly field: string;
}

/** What a refusal is about, as its `details` name it. */
export interface StatusDetails {
  readonly name?: string;
  readonly group?: string;
  /** The plural that stands in paths, `daemonsets`; for what is invalid the kind, `DaemonSet`. */
  readonly kind?: string;
  readonly uid?: string;
}

/** The body of a refusal (`kind: Status`), cut to what Rollcall reads. */
export interface Status {
  readonly code: number;
  /** Machine-readable: `NotFound`, `AlreadyExists`, `Conflict`, `Invalid`, `Forbidden`, `BadRequest`, … */
  readonly reason: string;
  readonly message: string;
  /** Empty where the API server sends details that name nothing; left out where it sends none. */
  readonly details?: StatusDetails;
  /** Part of the details. */
  readonly causes?: readonly FieldCause[];
  /** When it is worth asking again, if the server says so. Part of the details. */
  readonly retryAfterSeconds?: number;
  /** For a list that can no longer be gone on with as it was: what to go on with all the same. Part of the metadata. */
  readonly continue?: string;
}

/** A request that the API server refused. `message` is the API server's own sentence. */
export class ApiError extends Error {
  readonly status: Status;

  constructor(status: Status) {
    super(status.message);
    this.name = 'ApiError';
    this.status = status;
  }

  get code(): number {
    return this.status.code;
  }

  get reason(): string {
    return this.status.reason;
  }
}

/** Names a resource the way refusals do: `pods "a"`, `daemonsets.apps "a"`. @see k8s.io/apimachinery/pkg/api/errors */
interface Resource {
  readonly group: string;
  readonly plural: string;
  readonly kind: string;
}

const qualified = (resource: Pick<Resource, 'group' | 'plural'>): string =>
  resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`;

/** Details of a refusal: what they would say with nothing in it is left out. */
const about = (group: string, kind: string, name: string): StatusDetails => ({
  ...(name ? { name } : {}),
  ...(group ? { group } : {}),
  ...(kind ? { kind } : {}),
});

/** There is no such endpoint: a subresource, say, that the kind does not have. */
export const noSuchResource = (): ApiError =>
  new ApiError({
    code: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
    details: {},
  });

/** The kind has no such verb. */
export const methodNotAllowed = (): ApiError =>
  new ApiError({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });

export const notFound = (resource: Pick<Resource, 'group' | 'plural'>, name: string): ApiError =>
  new ApiError({
    code: 404,
    reason: 'NotFound',
    message: `${qualified(resource)} "${name}" not found`,
    details: about(resource.group, resource.plural, name),
  });

/**
 * @param leaving the object that has the name is being deleted
 * @param generated the new object asks for a generated name, though it may have one of its own
 */
export const alreadyExists = (
  resource: Resource,
  name: string,
  { leaving = false, generated = false }: { leaving?: boolean; generated?: boolean } = {},
): ApiError =>
  new ApiError({
    code: 409,
    reason: 'AlreadyExists',
    message: `${leaving ? 'object is being deleted: ' : ''}${qualified(resource)} "${name}" already exists${
      generated ? ', the server was not able to generate a unique name for the object' : ''
    }`,
    details: about(resource.group, resource.plural, name),
    ...(generated ? { retryAfterSeconds: 1 } : {}),
  });

export const conflict = (resource: Resource, name: string, why: string): ApiError =>
  new ApiError({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${qualified(resource)} "${name}": ${why}`,
    details: about(resource.group, resource.plural, name),
  });

/** The sentence of a write whose resource version is not the stored one. */
export const OBJECT_MODIFIED =
  'the object has been modified; please apply your changes to the latest version and try again';

/** The cause by which a controller knows that a namespace is on its way out. */
export const NAMESPACE_TERMINATING = 'NamespaceTerminating';

/**
 * Nothing new goes into a namespace that is on its way out.
 * @see k8s.io/apiserver/pkg/admission/plugin/namespace/lifecycle Admit
 */
export const namespaceTerminating = (resource: Resource, name: string, namespace: string): ApiError => {
  const why = `unable to create new content in namespace ${namespace} because it is being terminated`;
  const cause = {
    reason: NAMESPACE_TERMINATING,
    message: `namespace ${namespace} is being terminated`,
    field: 'metadata.namespace',
  };
  return new ApiError({ ...forbidden(resource, name, why).status, causes: [cause] });
};

const called = (resource: Pick<Resource, 'group' | 'plural'>, name: string): string =>
  name === '' ? `${qualified(resource)} is` : `${qualified(resource)} "${name}" is`;

/** @param resource with neither group nor plural for a path that is no resource */
export const forbidden = (
  resource: Pick<Resource, 'group' | 'plural'>,
  name: string,
  why: string,
): ApiError =>
  new ApiError({
    code: 403,
    reason: 'Forbidden',
    message: `${qualified(resource) === '' ? '' : `${called(resource, name)} `}forbidden: ${why}`,
    details: about(resource.group, resource.plural, name),
  });

/** Why an object of an unknown kind cannot be read. */
export const notRegistered = ({ apiVersion, kind }: { apiVersion: string; kind: string }): string =>
  `no kind "${kind}" is registered for version "${apiVersion}" in scheme "pkg/api/legacyscheme/scheme.go:30"`;

export const badRequest = (message: string): ApiError =>
  new ApiError({ code: 400, reason: 'BadRequest', message });

/** A new object that says it was stored already. The API server takes this for a mistake of its own. */
export const versionOfNewObject = (): ApiError =>
  new ApiError({
    code: 500,
    reason: '',
    message: 'resourceVersion should not be set on objects to be created',
  });

/** All field errors of one object in one sentence, each once; several are put in brackets, as the API server does. */
export const invalid = (resource: Resource, name: string, causes: readonly FieldCause[]): ApiError => {
  const sentences = [...new Set(causes.map((cause) => `${cause.field}: ${cause.message}`))];
  const kind = resource.group === '' ? resource.kind : `${resource.kind}.${resource.group}`;
  const all = sentences.length === 1 ? sentences[0] : `[${sentences.join(', ')}]`;
  return new ApiError({
    code: 422,
    reason: 'Invalid',
    message: `${kind} ${quoted(name)} is invalid: ${all}`,
    details: about(resource.group, resource.kind, name),
    causes,
  });
};

/**
 * An eviction that a disruption budget does not allow.
 * @param why in words, which only the details of the refusal hold
 * @see k8s.io/kubernetes/pkg/registry/core/pod/storage createTooManyRequestsError
 */
export const disruptionNotAllowed = (why: string, retryAfterSeconds?: number): ApiError =>
  new ApiError({
    code: 429,
    reason: 'TooManyRequests',
    message: "Cannot evict pod as it would violate the pod's disruption budget.",
    details: {},
    causes: [{ reason: 'DisruptionBudget', message: why, field: '' }],
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
  });

/** A fault of the server's own. @see NewInternalError */
export const internalError = (why: string): ApiError =>
  new ApiError({
    code: 500,
    reason: 'InternalError',
    message: `Internal error occurred: ${why}`,
    details: {},
    causes: [{ reason: '', message: why, field: '' }],
  });

/** Who asks has not said who they are, or says so with what is not to be believed. */
export const unauthorized = (): ApiError =>
  new ApiError({ code: 401, reason: 'Unauthorized', message: 'Unauthorized' });

const filledIn = <T extends object>(part: T): Partial<T> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== '' && value !== 0)) as Partial<T>;

/**
 * The details of a refusal as they are written: with the causes, and without what says nothing.
 * @returns undefined where the API server sends none
 */
export const detailsOf = ({ details, causes, retryAfterSeconds = 0 }: Status): object | undefined =>
  details === undefined && causes === undefined && retryAfterSeconds === 0
    ? undefined
    : {
        ...details,
        ...(causes?.length ? { causes: causes.map(filledIn) } : {}),
        ...filledIn({ retryAfterSeconds }),
      };

/** A watch from a version that is no longer remembered. @param oldest the oldest it may begin at */
export const tooOldVersion = (version: number, oldest: number): ApiError =>
  new ApiError({
    code: 410,
    reason: 'Expired',
    message: `too old resource version: ${version} (${oldest})`,
  });

/** What is asked for is to be no older than a version that there is not yet. Whoever has the time may wait for it. */
export class FutureVersionError extends ApiError {
  readonly version: number;

  /** @see k8s.io/apiserver/pkg/storage NewTooLargeResourceVersionError */
  constructor(version: number, current: number) {
    super({
      code: 504,
      reason: 'Timeout',
      message: `Timeout: Too large resource version: ${version}, current: ${current}`,
      details: {},
      causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version', field: '' }],
      retryAfterSeconds: 1,
    });
    this.version = version;
  }
}
