import type { Kind } from '../../kubernetes/kinds/kind';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError, badRequest } from '../../kubernetes/refusals';
import type { Conversion } from '../http/accept';
import type { Asked } from '../http/asked';
import { PROTOBUF } from '../protobuf/protobuf';
import { type KindColumns, kindColumns, plainColumns } from './definitions';
import { isList, type ObjectList, partialMetadata, partialMetadataList } from './partial';
import { type IncludeObject, tableOf } from './table';

const VERSIONS = ['v1', 'v1beta1'];
const KINDS = ['Table', 'PartialObjectMetadata', 'PartialObjectMetadataList'];

/**
 * True for what objects can be turned into; tables are not written in protobuf.
 * @see k8s.io/apiserver/pkg/endpoints/handlers RequestScope.AllowsMediaTypeTransform
 */
export const isForm = ({ group, version, kind }: Conversion, mediaType = ''): boolean =>
  group === 'meta.k8s.io' &&
  VERSIONS.includes(version) &&
  KINDS.includes(kind) &&
  !(mediaType === PROTOBUF && (kind === 'Table' || version !== 'v1'));

/** Turns what is answered, an object or a collection, into the form that a client asked for. */
export type Form = (answered: object) => object;

/** What forms depend on. `wanted.as` is one that `isForm` is true of, or undefined for the object as it is. */
export type FormRequest = Pick<Asked, 'wanted' | 'query'> & {
  readonly target: Pick<Asked['target'], 'resource'>;
  readonly cluster: { readonly cluster: { readonly loop: { readonly now: number } } };
};

const notAcceptable = (message: string): ApiError =>
  new ApiError({ code: 406, reason: 'NotAcceptable', message });

/** What Go calls the type of an answer. */
const goType = ({ group, kind }: Kind, list: boolean): string =>
  `*${group === '' ? 'core' : group.split('.')[0]}.${kind}${list ? 'List' : ''}`;

/** @see k8s.io/apimachinery/pkg/apis/meta/v1beta1/validation ValidateTableOptions */
const includeObjectOf = (query: URLSearchParams): IncludeObject => {
  const value = query.get('includeObject') || 'Metadata';
  if (value === 'None' || value === 'Metadata' || value === 'Object') return value;
  throw badRequest(
    `Unable to convert to Table as requested: includeObject: Invalid value: ${JSON.stringify(value)}: ` +
      "must be 'Metadata', 'Object', 'None', or empty",
  );
};

const known = new WeakMap<Kind, { readonly declared: unknown; readonly columns: KindColumns }>();

/** The columns of a kind, made once; a definition may declare others later. */
const columnsFor = (kind: Kind): KindColumns => {
  const { printerColumns: declared } = kind;
  const before = known.get(kind);
  if (before && before.declared === declared) return before.columns;
  const columns = kindColumns(kind);
  known.set(kind, { declared, columns });
  return columns;
};

const isStatus = (answered: object): boolean => 'kind' in answered && answered.kind === 'Status';

/** Every answer may be an object of another kind than its place: the scale of a deployment. */
const isOf = (answered: object, { kind }: Kind): boolean =>
  'kind' in answered && (answered.kind === kind || answered.kind === `${kind}List`);

const tableForm = (request: FormRequest, apiVersion: string, oneHeader: boolean): Form => {
  const { resource: kind } = request.target;
  const { loop } = request.cluster.cluster;
  const includeObject = includeObjectOf(request.query);
  let withoutHeaders = false;
  return (answered) => {
    const columns = isOf(answered, kind) ? columnsFor(kind) : plainColumns;
    const shown = answered as KubeObject | ObjectList;
    const table = tableOf(shown, columns, { apiVersion, includeObject, now: loop.now, withoutHeaders });
    withoutHeaders = oneHeader;
    return table;
  };
};

const partialForm =
  ({ target: { resource } }: FormRequest, apiVersion: string): Form =>
  (answered) => {
    if (!isList(answered)) return partialMetadata(answered as KubeObject, apiVersion);
    throw notAcceptable(
      `you requested PartialObjectMetadata, but the requested object is a list (${goType(resource, true)})`,
    );
  };

const partialListForm =
  ({ target: { resource } }: FormRequest, apiVersion: string): Form =>
  (answered) => {
    if (isList(answered)) return partialMetadataList(answered, apiVersion);
    throw notAcceptable(
      `you requested PartialObjectMetadataList, but the requested object is not a list (${goType(resource, false)})`,
    );
  };

const makeForm = (request: FormRequest, as: Conversion, isWatch: boolean): Form => {
  const apiVersion = `${as.group}/${as.version}`;
  if (as.kind === 'Table') return tableForm(request, apiVersion, isWatch);
  return as.kind === 'PartialObjectMetadata'
    ? partialForm(request, apiVersion)
    : partialListForm(request, apiVersion);
};

const asItIs: Form = (answered) => answered;

/**
 * The form that a request asks for. A Status stays what it is.
 * @returns a form that throws ApiError 406 where it does not suit what is answered
 * @throws ApiError 400
 * @see k8s.io/apiserver/pkg/endpoints/handlers transformResponseObject
 */
export const formOf = (request: FormRequest): Form => {
  const { as } = request.wanted;
  if (!as) return asItIs;
  const form = makeForm(request, as, false);
  return (answered) => (isStatus(answered) ? answered : form(answered));
};

/**
 * The same for the objects of a watch, one after the other: of tables, only the first says what its columns are. What
 * cannot be turned into the form is told as it is.
 * @throws ApiError 400
 * @see k8s.io/apiserver/pkg/endpoints/handlers watchEmbeddedEncoder
 */
export const watchFormOf = (request: FormRequest): Form => {
  const { as } = request.wanted;
  if (!as || as.kind === 'PartialObjectMetadataList') return asItIs;
  const form = makeForm(request, as, true);
  return (answered) => (isStatus(answered) ? answered : form(answered));
};
