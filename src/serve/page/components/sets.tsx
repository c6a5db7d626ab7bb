import type { JSX } from 'preact';
import type { SetView } from '../../../film/scene';
import type { Language } from '../../../language/language';
import { labelOfSet, type Manner } from '../../../report/site/components/manner';
import { Name } from '../../../report/site/components/picture';
import { pageWords as words } from '../words';

/** More rows than this are not read. */
const MOST = 50;

const COUNTS = ['desired', 'current', 'updated', 'ready'] as const;

interface Props {
  readonly sets: readonly SetView[];
  readonly manner: Manner;
  readonly language: Language;
}

/** The daemon sets, with what their status counts. */
export const Sets = ({ sets, manner, language }: Props): JSX.Element => (
  <>
    <table class="sets">
      <thead>
        <tr>
          <th scope="col">{words.set[language]}</th>
          {COUNTS.map((count) => (
            <th key={count} scope="col">
              {words[count][language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sets.slice(0, MOST).map((set) => (
          <tr key={set.id}>
            <th scope="row">
              <Name label={labelOfSet(set, manner)} />
            </th>
            {COUNTS.map((count) => (
              <td key={count} class={set[count] < set.desired ? 'short' : undefined}>
                {set[count]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {sets.length > MOST && <p>{words.moreSets[language](sets.length - MOST)}</p>}
  </>
);
