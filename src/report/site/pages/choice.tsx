import type { VNode } from 'preact';
import type { InLanguages } from '../../../language/language';
import { Said } from '../components/said';
import { frontWords } from '../words/front';

interface Props {
  readonly name: string;
  readonly label: InLanguages;
  readonly options: readonly (readonly [value: string, words: InLanguages])[];
}

/** A choice among several, or any. An option holds text alone: the script puts the other language in its place. */
export const Choice = ({ name, label, options }: Props): VNode => (
  <label>
    <Said in={label} />
    <select name={name}>
      {[['', frontWords.any] as const, ...options].map(([value, words]) => (
        <option value={value} data-text-ko={words.ko} key={value}>
          {words.en}
        </option>
      ))}
    </select>
  </label>
);
