import type { VNode } from 'preact';
import { releasesOf } from '../../../catalogue/register';
import { Page } from '../components/page';
import { Said, SaidWhere } from '../components/said';
import { VerdictMark } from '../components/verdict';
import { linkTo } from '../model/addresses';
import { inLanguages } from '../model/claimTexts';
import type { ClaimEntry } from '../model/site';
import { standingWords, verdictMeanings } from '../words/frame';

/** A claim: its verdict, what it depends on, and the rules and examples that speak of it. */
export const ClaimPage = ({ of }: { readonly of: ClaimEntry }): VNode => {
  const { claim, standing, rules } = of;
  const origin = [claim.section, claim.source, releasesOf(claim)].filter((text) => text !== undefined);
  return (
    <Page id={claim.id} kind="claim" heading={<SaidWhere in={inLanguages(of, 'claim')} />}>
      <p class="found">
        <span class="id">{claim.id}</span> <VerdictMark of={claim.verdict} />{' '}
        <Said in={verdictMeanings[claim.verdict]} /> <Said in={standingWords[standing]} />
      </p>
      {claim.condition === undefined ? null : (
        <p class="lead">
          <SaidWhere in={inLanguages(of, 'condition')} />
        </p>
      )}
      {rules.map(({ feature, rule, examples }) => (
        <section key={rule.address} lang={feature.language}>
          <h2>
            <a href={linkTo(rule.address)}>{rule.title ?? feature.title}</a>
          </h2>
          <ul>
            {examples.map(({ address, example }) => (
              <li key={address}>
                <a href={linkTo(address)}>{example.name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {origin.length === 0 ? null : <p class="origin">{origin.join('; ')}</p>}
    </Page>
  );
};
