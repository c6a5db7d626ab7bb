import { canonicalQuantity, exactly } from '../exactQuantity';

/** Whether a quantity comes to thousandths of something that there are only whole ones of. */
const isFraction = (quantity: string): boolean => (exactly(quantity).nano / 1_000_000n) % 1000n !== 0n;

/**
 * What is to be said of a number of bytes that is no whole number. Nothing, if there is none.
 * @see pkg/api/pod/warnings.go warningsForPodSpecAndMeta
 */
export const fractionWarnings = (quantity: unknown, at: string): string[] =>
  typeof quantity === 'string' && isFraction(quantity)
    ? [`${at}: fractional byte value "${canonicalQuantity(quantity)}" is invalid, must be an integer`]
    : [];
