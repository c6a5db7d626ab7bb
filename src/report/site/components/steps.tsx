import type { VNode } from 'preact';
import type { StepRun } from '../../../run/example';

const Below = ({ argument }: Pick<StepRun, 'argument'>): VNode | null => {
  if (argument?.docString) return <pre>{argument.docString.content}</pre>;
  if (!argument?.dataTable) return null;
  return (
    <table>
      <tbody>
        {argument.dataTable.rows.map(({ cells }) => (
          <tr>
            {cells.map(({ value }) => (
              <td>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The steps of an example, as they are written. */
export const Steps = ({ steps }: { readonly steps: readonly StepRun[] }): VNode => (
  <ol class="steps" data-words>
    {steps
      .filter(({ keyword }) => keyword !== undefined)
      .map((step) => (
        <li class={step.outcome === 'passed' ? undefined : step.outcome}>
          <b>{step.keyword}</b> {step.text}
          <Below argument={step.argument} />
        </li>
      ))}
  </ol>
);
