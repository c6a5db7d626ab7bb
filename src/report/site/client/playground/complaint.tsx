import type { JSX } from 'preact';
import type { Language } from '../../../../language/language';
import type { Complaint } from '../../../../play/outcome';
import { playgroundWords as words } from '../../words/playground';

/** What a step says that failed, with what was expected beside what was there. Lines that differ are marked. */
export const ComplaintBox = ({
  of: { sentence, rows },
  language,
}: {
  readonly of: Complaint;
  readonly language: Language;
}): JSX.Element => (
  <div class="complaint">
    <p>{sentence}</p>
    {rows.length > 0 && (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      // biome-ignore lint/a11y/useSemanticElements: nothing is filled in here, so it is no fieldset
      <div class="sides" role="group" tabIndex={0} aria-label={sentence}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.expected[language]}</th>
              <td />
              <th scope="col">{words.actual[language]}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ expected, actual }, index) => (
              <tr key={index} class={expected === actual ? undefined : 'differs'}>
                <td>{expected}</td>
                <td>{expected === actual ? '' : '≠'}</td>
                <td>{actual}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </div>
);
