import type { VNode } from 'preact';
import { lowerFirst } from '../../lowerFirst';
import { inLanguages } from '../model/claimTexts';
import type { ClaimEntry } from '../model/site';
import { SaidWhere } from './said';

/**
 * What a claim depends on. After "holds when …" it goes on with
 * the sentence, but in Korean, where it is a whole one; elsewhere it is a remark of its own.
 */
export const Condition = ({ of }: { readonly of: Pick<ClaimEntry, 'claim'> }): VNode => {
  const says = inLanguages(of, 'condition');
  if (of.claim.verdict !== 'holds-when') return <SaidWhere in={says} />;
  return <SaidWhere in={{ ...says, en: `… ${lowerFirst(says.en)}` }} />;
};
