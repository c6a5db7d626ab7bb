import type { VNode } from 'preact';
import { belongsTo, type ClaimGroup, claimGroups } from '../../../catalogue/groups';
import { verdicts } from '../../../catalogue/register';
import { named, Said } from '../components/said';
import { VerdictMark, VerdictSign } from '../components/verdict';
import { linkTo, pages } from '../model/addresses';
import type { ClaimEntry } from '../model/site';
import { standingWords, verdictWords } from '../words/frame';
import { claimGroupWords, frontWords, ownClaims } from '../words/front';

/** The title of a group of claims. */
export const groupTitle = ({ letter }: ClaimGroup) => claimGroupWords[letter ?? ''] ?? ownClaims;

const Cell = ({ of: { claim, standing } }: { readonly of: ClaimEntry }): VNode => {
  const [verdict, found] = [verdictWords[claim.verdict], standingWords[standing]];
  return (
    <li class={standing === 'proven' ? undefined : standing}>
      <a
        href={linkTo(claim.id)}
        {...named({
          en: `${claim.id}, ${verdict.en}, ${found.en}`,
          ko: `${claim.id}, ${verdict.ko}, ${found.ko}`,
        })}
      >
        <VerdictSign of={claim.verdict} />
        {claim.id}
      </a>
    </li>
  );
};

/** Every claim at a glance, by where it comes from. */
export const Roll = ({ claims }: { readonly claims: readonly ClaimEntry[] }): VNode | null =>
  claims.length === 0 ? null : (
    <section class="roll">
      <h2 class="quiet">
        <Said in={frontWords.roll} />
      </h2>
      <ul class="key">
        {verdicts
          .filter((verdict) => claims.some(({ claim }) => claim.verdict === verdict))
          .map((verdict) => (
            <li key={verdict}>
              <a href={`${linkTo(pages.register)}?verdict=${verdict}`}>
                <VerdictMark of={verdict} />
              </a>{' '}
              <small>{claims.filter(({ claim }) => claim.verdict === verdict).length}</small>
            </li>
          ))}
      </ul>
      {claimGroups
        .map((group) => ({ group, own: claims.filter(({ claim }) => belongsTo(claim, group)) }))
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => (
          <div key={group.title}>
            <h3>
              <Said in={groupTitle(group)} /> <small>{own.length}</small>
            </h3>
            <ol>
              {own.map((claim) => (
                <Cell of={claim} key={claim.claim.id} />
              ))}
            </ol>
          </div>
        ))}
    </section>
  );
