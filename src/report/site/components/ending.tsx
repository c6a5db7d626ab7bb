import type { VNode } from 'preact';
import type { Example } from '../../../run/example';
import { outcomeWords, unsureWords } from '../words/frame';
import { Said } from './said';

type Ended = Pick<Example, 'outcome' | 'unsure'>;

/** How an example ended, if not as stated. */
export const Ending = ({ of: { outcome, unsure } }: { readonly of: Ended }): VNode | null =>
  outcome === 'passed' ? null : (
    <span class="outcome">
      <Said in={unsure === undefined ? outcomeWords[outcome] : unsureWords} />
    </span>
  );
