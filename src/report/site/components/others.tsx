import type { VNode } from 'preact';
import { linkTo } from '../model/addresses';
import type { ClaimEntry, ExampleEntry } from '../model/site';
import { claimWords } from '../words/claims';
import { Ending } from './ending';
import { Said } from './said';

interface Props {
  readonly of: ClaimEntry;
  /** What is shown already. */
  readonly besides: readonly ExampleEntry[];
}

/** The examples of a claim that are not shown on its page, rule by rule, those of the edition of the reader. */
export const Others = ({ of: { rules }, besides }: Props): VNode | null => {
  const shown = new Set(besides.map(({ address }) => address));
  const rest = rules
    .map((each) => ({ ...each, examples: each.examples.filter(({ address }) => !shown.has(address)) }))
    .filter(({ examples }) => examples.length > 0);
  if (rest.length === 0) return null;
  const editions = new Set(rest.map(({ feature }) => feature.only));
  return (
    <section class="others" data-only={editions.size === 1 ? rest[0]?.feature.only : undefined}>
      <h2>
        <Said in={claimWords.others} />
      </h2>
      <div>
        {rest.map(({ feature, rule, examples }) => (
          <section lang={feature.language} data-only={feature.only} key={rule.address}>
            <h3>
              <a href={linkTo(rule.address)}>{rule.title ?? feature.title}</a>
            </h3>
            <ul>
              {examples.map(({ address, example }) => (
                <li key={address}>
                  <a href={linkTo(address)}>{example.name}</a>
                  <Ending of={example} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
};
