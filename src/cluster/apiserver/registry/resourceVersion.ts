import { quoted } from '../../../kubernetes/fields/text';
import { ApiError, badRequest, FutureVersionError } from '../../../kubernetes/refusals';

const LARGEST = 2n ** 64n - 1n;

/** What is wrong with a resource version that somebody sent, in the API server's words. */
const problemWith = (version: string): string | undefined => {
  const isNumber = /^\d+$/.test(version);
  if (isNumber && BigInt(version) <= LARGEST) return undefined;
  const why = isNumber ? 'value out of range' : 'invalid syntax';
  return `resourceVersion: Invalid value: ${quoted(version)}: strconv.ParseUint: parsing ${quoted(version)}: ${why}`;
};

/**
 * Checks what a list is to be no older than.
 * @param current the store's revision
 * @throws ApiError 400 for what is no version, 504 for one that there is not yet
 * @see k8s.io/apiserver/pkg/storage ValidateListOptions, NewTooLargeResourceVersionError
 */
export const checkListVersion = (version: string | undefined, current: number): void => {
  if (!version) return;
  const problem = problemWith(version);
  if (problem) throw badRequest(`invalid resource version: ${problem}`);
  if (Number(version) > current) throw new FutureVersionError(Number(version), current);
};

/** A fault of its own, as the API server takes it. */
const unreadable = (message: string): ApiError => new ApiError({ code: 500, reason: '', message });

/**
 * Checks what an object is to be no older than.
 * @throws ApiError 500 for what is no version, 504 for one that there is not yet
 * @see k8s.io/apiserver/pkg/storage/cacher CacheDelegator.Get
 */
export const checkGetVersion = (version: string | undefined, current: number): void => {
  if (!version) return;
  const problem = problemWith(version);
  if (problem) throw unreadable(problem);
  if (Number(version) > current) throw new FutureVersionError(Number(version), current);
};

/**
 * The revision that a watch begins after. One in the future is none to refuse: the watch stays silent until then.
 * @returns undefined if the watch begins with what there is: without a version, or from any (`0`)
 * @throws ApiError 500 for what is no version
 * @see k8s.io/apiserver/pkg/storage/cacher Cacher.Watch
 */
export const readWatchVersion = (version: string | undefined): number | undefined => {
  if (!version) return undefined;
  const problem = problemWith(version);
  if (problem) throw unreadable(problem);
  return Number(version) || undefined;
};
