import type { VNode } from 'preact';
import { releasesOf } from '../../../catalogue/register';
import { languages } from '../../../language/language';
import { Condition } from '../components/condition';
import { Others } from '../components/others';
import { Page } from '../components/page';
import { Said, SaidWhere } from '../components/said';
import { Sides } from '../components/sides';
import { StandingMark, VerdictMark } from '../components/verdict';
import { inLanguages } from '../model/claimTexts';
import { sidesOf } from '../model/sides';
import type { ClaimEntry } from '../model/site';
import { claimWords } from '../words/claims';
import { verdictMeanings } from '../words/frame';

/** A claim: its verdict, what it depends on, both sides beside each other, and where all that comes from. */
export const ClaimPage = ({ of }: { readonly of: ClaimEntry }): VNode => {
  const { claim } = of;
  const [english, korean] = languages.map((language) => sidesOf(of, claim.sides ?? [], language));
  return (
    <Page id={claim.id} kind="claim" heading={<SaidWhere in={inLanguages(of, 'claim')} />}>
      <p class="found">
        <span class="id">{claim.id}</span> <VerdictMark of={claim.verdict} />{' '}
        <Said in={verdictMeanings[claim.verdict]} /> <StandingMark of={of} />
      </p>
      {claim.condition === undefined ? null : (
        <p class="lead">
          <Condition of={of} />
        </p>
      )}
      <Sides english={english ?? []} korean={korean ?? []} />
      <Others of={of} besides={[...(english ?? []), ...(korean ?? [])].map(({ entry }) => entry)} />
      <Origin of={of} />
    </Page>
  );
};

/** Where a claim stands, of which releases it speaks, and by what its examples were measured. */
const Origin = ({ of: { claim, rules } }: { readonly of: ClaimEntry }): VNode | null => {
  const releases = releasesOf(claim);
  const authority = [...new Set(rules.flatMap(({ rule }) => rule.authority))];
  const rows = [
    [claimWords.section, claim.section],
    [claimWords.source, claim.source],
    [claimWords.releases, releases],
  ] as const;
  if (authority.length === 0 && rows.every(([, text]) => text === undefined)) return null;
  return (
    <section class="origin">
      <h2>
        <Said in={claimWords.origin} />
      </h2>
      <dl>
        {rows.map(([words, text]) =>
          text === undefined ? null : (
            <div key={words.en}>
              <dt>
                <Said in={words} />
              </dt>
              <dd lang="en">{text}</dd>
            </div>
          ),
        )}
        {authority.length === 0 ? null : (
          <div>
            <dt>
              <Said in={claimWords.authority} />
            </dt>
            {authority.map((part) => (
              <dd class="authority" lang="en" key={part}>
                {part}
              </dd>
            ))}
          </div>
        )}
      </dl>
    </section>
  );
};
