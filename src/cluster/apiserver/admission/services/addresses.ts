import { invalid } from '../../../../kubernetes/fields/validation/causes';
import type { Random } from '../../../simulation/random';
import { NO_ADDRESS, refuse, type SpecDraft } from './service';

/** Services have their addresses from `10.96.0.0/16`. */
const FIRST_TWO = '10.96.';
const SIZE = 65_536;
/** Those at the beginning are for who asks for one. @see ipallocator calculateRangeOffset */
const RESERVED = 256;

export const SERVICE_RANGE = `${FIRST_TWO}0.0/16`;
/** The first of them, which the API server has. */
export const API_SERVER_ADDRESS = `${FIRST_TWO}0.1`;

const textOf = (offset: number): string => `${FIRST_TWO}${offset >> 8}.${offset & 255}`;

const offsetOf = (address: string): number | undefined => {
  const [, third, fourth] = /^10\.96\.(\d+)\.(\d+)$/.exec(address) ?? [];
  const offset = Number(third) * 256 + Number(fourth);
  // The first one names the range, and the last one is for everybody.
  return offset > 0 && offset < SIZE - 1 ? offset : undefined;
};

/** The first free number from a random one on. @returns undefined if all are taken */
export const pickFree = (
  random: Random,
  from: number,
  to: number,
  isTaken: (candidate: number) => boolean,
): number | undefined => {
  const size = to - from;
  const start = random.below(size);
  for (let step = 0; step < size; step += 1) {
    const candidate = from + ((start + step) % size);
    if (!isTaken(candidate)) return candidate;
  }
  return undefined;
};

/**
 * Gives a service the address that it asks for, or any.
 * @throws ApiError 422 for one that is taken or not in the range
 * @see k8s.io/kubernetes/pkg/registry/core/service/ipallocator Allocator
 */
export const giveAddress = (
  spec: SpecDraft,
  name: string,
  random: Random,
  taken: ReadonlySet<string>,
): void => {
  if (spec.clusterIP === NO_ADDRESS) return;
  if (!spec.clusterIP) {
    const isTaken = (offset: number): boolean => taken.has(textOf(offset));
    const offset =
      pickFree(random, RESERVED + 1, SIZE - 1, isTaken) ?? pickFree(random, 1, RESERVED + 1, isTaken);
    if (offset === undefined) {
      const why = 'failed to allocate a serviceIP: range is full';
      throw refuse(name, [invalid('spec.clusterIPs', spec.clusterIPs ?? null, why)]);
    }
    spec.clusterIP = textOf(offset);
    spec.clusterIPs = [spec.clusterIP];
    return;
  }
  const because = (why: string) =>
    refuse(name, [
      invalid('spec.clusterIPs', [spec.clusterIP], `failed to allocate IP ${spec.clusterIP}: ${why}`),
    ]);
  if (offsetOf(spec.clusterIP) === undefined)
    throw because('the provided network does not match the current range');
  if (taken.has(spec.clusterIP)) throw because('provided IP is already allocated');
};
