import type { VNode } from 'preact';
import { shotsOf } from '../../../film/film';
import type { Language } from '../../../language/language';
import type { ExampleEntry } from '../model/site';
import { stepsOf } from '../model/steps';
import { Strip } from './strip';

interface Props {
  readonly of: ExampleEntry;
  readonly language: Language;
  /** Where the background is told already, only what comes after it is said. */
  readonly hidesBackground?: boolean;
  /** Where the strip stands a second time, its frames have no addresses of their own. */
  readonly isCopy?: boolean;
}

/** The strip of an example that was run. */
export const ExampleStrip = ({ of: { address, example }, ...rest }: Props): VNode => (
  <Strip
    address={address}
    title={example.name}
    steps={stepsOf(example)}
    shots={example.film && shotsOf(example.film)}
    {...rest}
  />
);
