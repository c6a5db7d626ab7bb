import type { JSX } from 'preact';
import type { Language } from '../../../../language/language';
import type { StepShown } from '../../../../play/outcome';
import { Whole } from '../../components/whole';
import { outcomeWords } from '../../words/frame';
import { playgroundWords as words } from '../../words/playground';
import { ComplaintBox } from './complaint';

const signs = {
  passed: '✓',
  failed: '✗',
  skipped: '–',
  pending: '?',
  undefined: '?',
  ambiguous: '?',
} as const;

interface Props {
  readonly steps: readonly StepShown[];
  /** The step that is shown, from 0. */
  readonly at?: number;
  readonly onChoose: (step: number) => void;
  readonly language: Language;
}

/** The steps and how each ended. One that is chosen is shown. */
export const StepList = ({ steps, at, onChoose, language }: Props): JSX.Element => (
  <ol class="outcomes" aria-label={words.steps[language]}>
    {steps.map((step, index) => (
      <li key={index} class={step.outcome}>
        <button
          type="button"
          aria-current={index === at ? 'step' : undefined}
          onClick={() => onChoose(index)}
        >
          <span class="sign" aria-hidden="true">
            {signs[step.outcome]}
          </span>
          <span>
            <b>{step.keyword}</b> <Whole of={step.text} />
            <span class="hidden">: {outcomeWords[step.outcome][language]}</span>
          </span>
        </button>
        {step.complaint && <ComplaintBox of={step.complaint} language={language} />}
      </li>
    ))}
  </ol>
);
