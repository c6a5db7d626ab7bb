import { forbidden, notSupported } from '../../../../kubernetes/fields/validation/causes';
import { type FieldCause, invalid } from '../../../../kubernetes/refusals';
import type { ListOptions } from '../../../../port/api';

/** What a list or a watch asks for, in full. @see k8s.io/apimachinery/pkg/apis/meta/internalversion ListOptions */
export interface ListRequest extends ListOptions {
  /** It says itself that it is a watch. One by an old path, `/api/v1/watch/pods`, need not, and is checked as a list. */
  readonly watch?: boolean;
  /** What `resourceVersion` means to a list: `Exact` or `NotOlderThan`. */
  readonly resourceVersionMatch?: string;
  /** How many objects an answer holds at most; 0 or less for all. */
  readonly limit?: number;
  /** What the answer before this one gave to go on with. */
  readonly continue?: string;
  /** Whether a watch begins with what there is. */
  readonly sendInitialEvents?: boolean;
  /** Whether a watch wants to know now and then how far it has got. */
  readonly allowWatchBookmarks?: boolean;
}

const EXACT = 'Exact';
const NOT_OLDER = 'NotOlderThan';
const MATCH = 'resourceVersionMatch';

const WITH_CONTINUE = 'resourceVersionMatch is forbidden when continue is provided';

const problemsOfList = (request: ListRequest): readonly FieldCause[] => {
  const { resourceVersionMatch: match, resourceVersion, sendInitialEvents } = request;
  const causes: FieldCause[] = [];
  if (match) {
    if (!resourceVersion)
      causes.push(forbidden(MATCH, 'resourceVersionMatch is forbidden unless resourceVersion is provided'));
    if (request.continue) causes.push(forbidden(MATCH, WITH_CONTINUE));
    if (match !== EXACT && match !== NOT_OLDER)
      causes.push(notSupported(MATCH, match, [EXACT, NOT_OLDER, '']));
    if (match === EXACT && resourceVersion === '0')
      causes.push(forbidden(MATCH, 'resourceVersionMatch "exact" is forbidden for resourceVersion "0"'));
  }
  if (sendInitialEvents !== undefined)
    causes.push(forbidden('sendInitialEvents', 'sendInitialEvents is forbidden for list'));
  return causes;
};

const problemsOfWatch = (request: ListRequest): readonly FieldCause[] => {
  const { resourceVersionMatch: match, sendInitialEvents } = request;
  const causes: FieldCause[] = [];
  if (sendInitialEvents !== undefined && match !== NOT_OLDER)
    causes.push(forbidden(MATCH, `sendInitialEvents requires setting resourceVersionMatch to ${NOT_OLDER}`));
  if (match) {
    if (sendInitialEvents === undefined)
      causes.push(
        forbidden(MATCH, 'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided'),
      );
    if (match !== NOT_OLDER) causes.push(notSupported(MATCH, match, [NOT_OLDER]));
    if (request.continue) causes.push(forbidden(MATCH, WITH_CONTINUE));
  }
  return causes;
};

const refuse = (causes: readonly FieldCause[]): void => {
  if (causes.length > 0) throw invalid({ group: 'meta.k8s.io', plural: '', kind: 'ListOptions' }, '', causes);
};

/**
 * @throws ApiError 422 for what does not go together in a list
 * @see k8s.io/apimachinery/pkg/apis/meta/internalversion/validation ValidateListOptions
 */
export const checkListRequest = (request: ListRequest): void => refuse(problemsOfList(request));

/**
 * @throws ApiError 422 for what does not go together in a watch
 * @see k8s.io/apimachinery/pkg/apis/meta/internalversion/validation validateWatchOptions
 */
export const checkWatchRequest = (request: ListRequest): void => refuse(problemsOfWatch(request));

/**
 * A watch that does not say where it begins begins with what there is.
 * @see k8s.io/apimachinery/pkg/apis/meta/internalversion SetListOptionsDefaults
 */
export const withWatchDefaults = (request: ListRequest): ListRequest => {
  const { sendInitialEvents, resourceVersionMatch, resourceVersion } = request;
  const begins = !resourceVersion || resourceVersion === '0';
  return sendInitialEvents !== undefined || resourceVersionMatch || !begins
    ? request
    : { ...request, sendInitialEvents: true, resourceVersionMatch: NOT_OLDER };
};
