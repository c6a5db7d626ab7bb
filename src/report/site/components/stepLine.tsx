import type { JSX } from 'preact';
import type { Language } from '../../../language/language';
import { stripWords } from '../words/strips';
import type { Step } from './step';
import { Whole } from './whole';

/** Several columns must fit into a narrow panel. */
const LONGEST_IN_TABLES = 12;

/** Longer texts are folded. */
const MOST_LINES = 14;

const outcomeLetters = {
  passed: undefined,
  failed: 'F',
  skipped: 'S',
  pending: 'U',
  undefined: 'U',
  ambiguous: 'U',
} as const;

interface StepProps {
  readonly step: Step;
  readonly language: Language;
}

/** A step with the table or the text below it. How it ended is a letter in the style sheet. */
export const StepLine = ({ step, language }: StepProps): JSX.Element => (
  <>
    <p class={outcomeLetters[step.outcome]}>
      <b>{step.keyword}</b> <Whole of={step.text} />
    </p>
    {step.table && <Table rows={step.table} />}
    {step.document === undefined ? undefined : <Document text={step.document} language={language} />}
  </>
);

const Table = ({ rows }: { readonly rows: readonly (readonly string[])[] }): JSX.Element => (
  <table>
    {rows.map((row, index) => (
      <tr key={index}>
        {row.map((cell, column) => (
          <td key={column}>
            <Whole of={cell} most={LONGEST_IN_TABLES} />
          </td>
        ))}
      </tr>
    ))}
  </table>
);

const Document = ({
  text,
  language,
}: {
  readonly text: string;
  readonly language: Language;
}): JSX.Element => {
  const lines = text.split('\n').length;
  if (lines <= MOST_LINES) return <pre>{text}</pre>;
  return (
    <details>
      <summary>{stripWords.lines[language](lines)}</summary>
      <pre>{text}</pre>
    </details>
  );
};
