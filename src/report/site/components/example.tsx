import type { VNode } from 'preact';
import { shotsOf } from '../../../film/film';
import type { Language } from '../../../language/language';
import type { Example } from '../../../run/example';
import { linkTo } from '../model/addresses';
import type { ExampleEntry } from '../model/site';
import { stepsOf } from '../model/steps';
import { outcomeWords } from '../words/frame';
import { Markdown } from './markdown';
import { Said } from './said';
import { Strip } from './strip';

interface Props {
  readonly of: ExampleEntry;
  readonly language: Language;
  /** The other rows of an outline are shown when somebody asks. */
  readonly isFolded: boolean;
}

/** An example: its title, and the strip that shows it. */
export const ExampleSection = ({ of: entry, language, isFolded }: Props): VNode => {
  const { address, example } = entry;
  const title = (
    <>
      <a href={linkTo(address)}>{example.name}</a>
      <Ending of={example} />
    </>
  );
  const strip = (
    <Strip
      address={address}
      title={example.name}
      steps={stepsOf(example)}
      shots={example.film && shotsOf(example.film)}
      language={language}
      hidesBackground
    />
  );
  if (isFolded)
    return (
      <details class="row">
        <summary>
          {example.name}
          <Ending of={example} />
        </summary>
        <div class="example" id={address}>
          {strip}
        </div>
      </details>
    );
  return (
    <section class="example" id={address}>
      <h3>{title}</h3>
      {example.description === undefined ? null : <Markdown text={example.description} />}
      {strip}
    </section>
  );
};

const Ending = ({ of: { outcome } }: { readonly of: Pick<Example, 'outcome'> }): VNode | null =>
  outcome === 'passed' ? null : (
    <span class="outcome">
      <Said in={outcomeWords[outcome]} />
    </span>
  );
