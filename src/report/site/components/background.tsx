import type { VNode } from 'preact';
import type { Language } from '../../../language/language';
import { stripWords } from '../words/strips';
import type { Step } from './step';
import { StepLine } from './stepLine';

interface Props {
  readonly steps: readonly Step[];
  readonly language: Language;
}

/** What is given in every example below. */
export const Background = ({ steps, language }: Props): VNode | null =>
  steps.length === 0 ? null : (
    <div class="background">
      <p>{stripWords.background[language]}</p>
      {steps.map((step) => (
        <StepLine step={step} language={language} key={step.text} />
      ))}
    </div>
  );
