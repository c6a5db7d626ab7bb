import type { JSX } from 'preact';
import type { Language } from '../../../../language/language';
import type { Remark } from '../../../../play/check';
import type { Suggestion } from '../../../../play/suggestion';
import { playgroundWords as words } from '../../words/playground';

interface Props {
  /** Undefined until the text was looked at. */
  readonly remarks: readonly Remark[] | undefined;
  readonly onTake: (remark: Remark, suggestion: Suggestion) => void;
  readonly language: Language;
}

/** What is amiss in the text, line by line, and what could be meant: the same as the marks in the editor, in words. */
export const Remarks = ({ remarks, onTake, language }: Props): JSX.Element => (
  <div class="remarks" aria-live="polite">
    {remarks?.length === 0 && <p class="as">{words.noProblem[language]}</p>}
    <ul>
      {remarks?.map((remark) => (
        <li key={`${remark.line} ${remark.what}`} class={remark.weight}>
          <p>
            <b>{words.line[language](remark.line)}</b> {remark.what}
            {remark.suggestions.length === 0 && remark.mend !== undefined && ` ${remark.mend}`}
          </p>
          {remark.suggestions.length > 0 && (
            <>
              <p>{words.didYouMean[language]}</p>
              {remark.suggestions.map((suggestion) => (
                <button
                  type="button"
                  key={suggestion.step}
                  title={suggestion.pattern}
                  onClick={() => onTake(remark, suggestion)}
                >
                  {suggestion.step}
                </button>
              ))}
            </>
          )}
        </li>
      ))}
    </ul>
  </div>
);
