import { administrator } from '../../cluster/apiserver/requests/caller';
import { customresourcedefinitions } from '../../kubernetes/kinds/customresource/definition/kind';
import { ApiError } from '../../kubernetes/refusals';
import { wantedOf } from '../http/accept';
import type { Answer, AnswerHeaders, TextAnswer } from '../http/answer';
import type { Visit } from '../http/asked';
import { unlessKnown } from '../http/texts';
import {
  type Document,
  documentNamed,
  documentOf,
  type OpenApiSource,
  partsIn,
  wholeDocument,
} from './documents';

/** What is needed of a request for OpenAPI documents. */
export type OpenApiRequest = Pick<Visit, 'path' | 'query' | 'headers'> & {
  readonly cluster: Pick<Visit['cluster'], 'name' | 'kinds'> & {
    readonly server: Pick<Visit['cluster']['server'], 'list'>;
  };
};

const sourceOf = ({ cluster: { kinds, server } }: OpenApiRequest): OpenApiSource => ({
  kinds,
  definitions: () => server.list(customresourcedefinitions, {}, administrator).items,
});

/** What stands before the paths of a cluster. */
const prefixOf = ({ cluster: { name } }: OpenApiRequest): string =>
  name === 'default' ? '' : `/clusters/${encodeURIComponent(name)}`;

const ROOT = '/openapi/v3';
const YEAR = 365 * 24 * 60 * 60 * 1000;

const JSON_TYPE = 'application/json';

const empty = (code: number, headers: AnswerHeaders = {}): TextAnswer => ({
  code,
  type: 'text/plain',
  text: '',
  headers,
});

const withHash = (name: string, { etag }: Document): string => `${ROOT}/${name}?hash=${etag.slice(1, -1)}`;

/** Which documents there are. The hash in an address moves with what the document says, so that clients can keep it. */
const index = (request: OpenApiRequest): TextAnswer => {
  const source = sourceOf(request);
  const paths = Object.fromEntries(
    partsIn(source).flatMap(({ name }) => {
      const document = documentNamed(source, name);
      return document ? [[name, { serverRelativeURL: withHash(name, document) }]] : [];
    }),
  );
  const { text, etag } = documentOf({ paths });
  return unlessKnown({ code: 200, type: JSON_TYPE, text }, etag, request.headers['if-none-match']);
};

/** Which of the media types on offer a client takes; undefined if none. */
const accepted = (
  { headers: { accept } }: OpenApiRequest,
  offered: readonly string[],
): string | undefined => {
  try {
    return wantedOf({ accept }, () => false, { offered }).mediaType;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
};

/** @see k8s.io/kube-openapi/pkg/handler3 OpenAPIService.HandleGroupVersion */
const documentAnswer = (request: OpenApiRequest, name: string): Answer => {
  const document = documentNamed(sourceOf(request), name);
  if (!document) return empty(404);
  if (!accepted(request, [JSON_TYPE])) return empty(406, { vary: 'Accept' });
  const { text, etag } = document;
  const hash = request.query.get('hash');
  if (hash && `"${hash}"` !== etag)
    return empty(301, { vary: 'Accept', etag, location: prefixOf(request) + withHash(name, document) });
  const lasting: AnswerHeaders = hash
    ? { 'cache-control': 'public, immutable', expires: new Date(Date.now() + YEAR).toUTCString() }
    : {};
  return unlessKnown(
    { code: 200, type: JSON_TYPE, text, headers: { vary: 'Accept', ...lasting } },
    etag,
    request.headers['if-none-match'],
  );
};

const PROTOBUF_TYPE = 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';
/** The same, as most clients ask for it. */
const OLD_PROTOBUF_TYPE = 'application/com.github.proto-openapi.spec.v2@v1.0+protobuf';

/** @see k8s.io/kube-openapi/pkg/handler OpenAPIService.RegisterOpenAPIVersionedService */
const wholeAnswer = (request: OpenApiRequest): Answer => {
  const type = accepted(request, [JSON_TYPE, OLD_PROTOBUF_TYPE, PROTOBUF_TYPE]);
  const headers = { vary: 'Accept' };
  if (!type) return empty(406, headers);
  const whole = wholeDocument(sourceOf(request));
  const answer =
    type === JSON_TYPE
      ? { type, text: whole.text }
      : { type: PROTOBUF_TYPE, text: Buffer.from(whole.protobuf()) };
  return unlessKnown({ code: 200, ...answer, headers }, whole.etag, request.headers['if-none-match']);
};

/**
 * Answers what is asked below `/openapi`.
 * @returns undefined for every other path
 */
export const openApiAnswer = (request: OpenApiRequest): Answer | undefined => {
  const { path } = request;
  if (path === ROOT) return index(request);
  if (path === '/openapi/v2') return wholeAnswer(request);
  return path.startsWith(`${ROOT}/`) ? documentAnswer(request, path.slice(ROOT.length + 1)) : undefined;
};
