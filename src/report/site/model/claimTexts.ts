import type { ClaimText } from '../../../catalogue/register';
import type { InLanguages } from '../../../language/language';
import type { ClaimEntry } from './site';

/** A text of a claim in the languages that the register has it in. */
export const inLanguages = (
  { claim }: Pick<ClaimEntry, 'claim'>,
  part: keyof ClaimText,
): Partial<InLanguages> & { readonly en: string } => {
  const ko = claim.ko?.[part];
  return { en: claim[part] ?? '', ...(ko === undefined ? {} : { ko }) };
};
