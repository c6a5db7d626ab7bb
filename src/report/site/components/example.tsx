import type { VNode } from 'preact';
import type { Language } from '../../../language/language';
import { isBroken } from '../../../run/example';
import { linkTo } from '../model/addresses';
import type { ExampleEntry } from '../model/site';
import { Ending } from './ending';
import { ExampleStrip } from './exampleStrip';
import { FailureBox } from './failure';
import { Markdown } from './markdown';

interface Props {
  readonly of: ExampleEntry;
  readonly language: Language;
  /** The other rows of an outline are shown when somebody asks. */
  readonly isFolded: boolean;
}

/** An example: its title, and the strip that shows it. */
export const ExampleSection = ({ of: entry, language, isFolded }: Props): VNode => {
  const { address, example } = entry;
  const strip = <ExampleStrip of={entry} language={language} hidesBackground />;
  if (isFolded && !isBroken(example))
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
      <h3>
        <a href={linkTo(address)}>{example.name}</a>
        <Ending of={example} />
      </h3>
      {example.description === undefined ? null : <Markdown text={example.description} />}
      {strip}
      {entry.failure && <FailureBox of={entry.failure} example={example} language={language} />}
    </section>
  );
};
