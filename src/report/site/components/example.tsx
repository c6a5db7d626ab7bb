import type { VNode } from 'preact';
import { shotsOf } from '../../../film/film';
import type { Language } from '../../../language/language';
import type { Example } from '../../../run/example';
import { linkTo, pages } from '../model/addresses';
import type { ExampleEntry } from '../model/site';
import { stepsOf } from '../model/steps';
import { outcomeWords } from '../words/frame';
import { playWords } from '../words/play';
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
    <>
      <PlayLinks address={address} />
      <Strip
        address={address}
        title={example.name}
        steps={stepsOf(example)}
        shots={example.film && shotsOf(example.film)}
        language={language}
        hidesBackground
      />
    </>
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

/** Ways to the playground, with this example in it; they need the script. */
const PlayLinks = ({ address }: { readonly address: string }): VNode => (
  <p class="plays scripted">
    <a href={linkTo(`${pages.play}/${address}`)}>
      <Said in={playWords.playIt} />
    </a>{' '}
    <a href={`${linkTo(`${pages.play}/${address}`)}?change=yes`}>
      <Said in={playWords.changeIt} />
    </a>
  </p>
);

const Ending = ({ of: { outcome } }: { readonly of: Pick<Example, 'outcome'> }): VNode | null =>
  outcome === 'passed' ? null : (
    <span class="outcome">
      <Said in={outcomeWords[outcome]} />
    </span>
  );
