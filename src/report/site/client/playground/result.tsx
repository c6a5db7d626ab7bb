import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../../language/language';
import type { Result } from '../../../../play/session';
import { playgroundWords as words } from '../../words/playground';
import { Stage } from './stage';

interface Props {
  readonly result: Result;
  readonly language: Language;
}

const signOf = (outcome: string): string => (outcome === 'passed' ? '✓' : outcome === 'skipped' ? '–' : '✗');

/** What came of playing: why nothing was played, or the examples, one at a time. */
export const ResultView = ({ result: { problems, examples }, language }: Props): JSX.Element => {
  const firstBroken = examples.findIndex(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped');
  const [chosen, setChosen] = useState(Math.max(0, firstBroken));
  useEffect(() => setChosen(Math.max(0, firstBroken)), [examples]);
  const example = examples[Math.min(chosen, examples.length - 1)];
  return (
    <>
      {problems.length > 0 && (
        <ul class="problems">
          {problems.map(({ line = 1, what, mend }) => (
            <li key={`${line} ${what}`}>
              <b>{words.line[language](line)}</b> {what} {mend}
            </li>
          ))}
        </ul>
      )}
      {examples.length > 1 && (
        <label class="which">
          {words.example[language]}
          <select value={chosen} onChange={({ currentTarget: { value } }) => setChosen(Number(value))}>
            {examples.map(({ name, outcome, line }, index) => (
              <option value={index} key={line}>
                {signOf(outcome)} {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {example && (
        <>
          <h2 class="quiet">{example.name}</h2>
          <Stage example={example} language={language} />
          {example.notes.map((note) => (
            <p class="as" key={note}>
              {note}
            </p>
          ))}
          {example.evidence.map((text) => (
            <details key={text}>
              <summary>{words.cluster[language]}</summary>
              <pre>{text}</pre>
            </details>
          ))}
        </>
      )}
    </>
  );
};
