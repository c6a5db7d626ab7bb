import type { VNode } from 'preact';
import type { Example } from '../../../run/example';
import { outcomeWords } from '../words/frame';
import { Said } from './said';

/** How an example ended, if not as stated. */
export const Ending = ({ of: { outcome } }: { readonly of: Pick<Example, 'outcome'> }): VNode | null =>
  outcome === 'passed' ? null : (
    <span class="outcome">
      <Said in={outcomeWords[outcome]} />
    </span>
  );
