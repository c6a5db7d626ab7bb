import type { InLanguages } from '../../../language/language';
import type { ClaimEntry, ClaimText } from './site';

/** A text of a claim in the languages that the register has it in. */
export const inLanguages = (
  { said: { en, ko } }: Pick<ClaimEntry, 'said'>,
  part: keyof ClaimText,
): Partial<InLanguages> & { readonly en: string } => {
  const korean = ko?.[part];
  return { en: en[part] ?? '', ...(korean === undefined ? {} : { ko: korean }) };
};
