import type { VNode } from 'preact';
import type { Verdict } from '../../../catalogue/register';
import type { ClaimEntry } from '../model/site';
import { examplesCount, standingWords, verdictWords } from '../words/frame';
import { Said } from './said';

/** The sign of a verdict; its words stand beside it or in the name of what it is part of. */
export const VerdictSign = ({ of }: { readonly of: Verdict }): VNode => (
  <svg class="sign" aria-hidden="true">
    <use href={`#sign-${of}`} />
  </svg>
);

/** A verdict: its sign and its words. */
export const VerdictMark = ({ of }: { readonly of: Verdict }): VNode => (
  <span class="verdict">
    <VerdictSign of={of} /> <Said in={verdictWords[of]} />
  </span>
);

/** What the run found of a claim, and by how many examples. */
export const StandingMark = ({
  of: { standing, passed },
}: {
  readonly of: Pick<ClaimEntry, 'standing' | 'passed'>;
}): VNode => (
  <span>
    <Said in={standingWords[standing]} />
    {passed.length > 0 ? (
      <>
        {', '}
        <Said in={examplesCount(passed.length)} />
      </>
    ) : null}
  </span>
);

/** The shapes of the signs, once for the whole document. They differ by shape, not by hue. */
export const VerdictShapes = (): VNode => (
  <svg class="shapes" aria-hidden="true">
    <symbol id="sign-holds" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6" />
    </symbol>
    <symbol id="sign-holds-when" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M8 2a6 6 0 0 1 0 12z" />
    </symbol>
    <symbol id="sign-superseded" viewBox="0 0 16 16">
      <circle
        cx="8"
        cy="8"
        r="5.2"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-dasharray="2.2 1.9"
      />
      <path d="M8 4.6V8l2.4 1.6" fill="none" stroke="currentColor" stroke-width="1.5" />
    </symbol>
    <symbol id="sign-misprint" viewBox="0 0 16 16">
      <path
        d="m2.5 13.5.8-3.2 7.6-7.6 2.4 2.4-7.6 7.6z"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
      />
      <path d="M2.5 13.5l.8-3.2 2.4 2.4z" />
    </symbol>
  </svg>
);
