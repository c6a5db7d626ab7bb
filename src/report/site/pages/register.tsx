import type { VNode } from 'preact';
import { verdicts } from '../../../catalogue/register';
import { Condition } from '../components/condition';
import { Said, SaidWhere } from '../components/said';
import { StandingMark, VerdictMark } from '../components/verdict';
import { linkTo, pages } from '../model/addresses';
import { inLanguages } from '../model/claimTexts';
import type { ClaimEntry } from '../model/site';
import { standingWords, verdictWords } from '../words/frame';
import { frontWords } from '../words/front';
import { subjectName } from '../words/subjects';
import { Choice } from './choice';

/** What stands for claims whose examples ask nothing of a cluster. */
const NOTHING = 'nothing';

const unique = (texts: readonly string[]) => [...new Set(texts)].sort();

/** What the register is filtered by. Each choice stands in the address under its name. */
const Filters = ({ claims }: { readonly claims: readonly ClaimEntry[] }): VNode => (
  <form class="filters scripted">
    <Choice
      name="verdict"
      label={frontWords.verdict}
      options={verdicts.map((verdict) => [verdict, verdictWords[verdict]])}
    />
    <Choice
      name="subject"
      label={frontWords.subject}
      options={unique(claims.flatMap(({ subjects }) => subjects)).map((folder) => [
        folder,
        subjectName(folder),
      ])}
    />
    <Choice
      name="needs"
      label={frontWords.needs}
      options={[
        [NOTHING, frontWords.noNeeds],
        ...unique(claims.flatMap(({ needs }) => needs)).map(
          (need) => [need.replaceAll(' ', '-'), { en: need, ko: need }] as const,
        ),
      ]}
    />
    <button type="reset">
      <Said in={frontWords.clear} />
    </button>
    <output aria-live="polite" />
  </form>
);

const Entry = ({ of }: { readonly of: ClaimEntry }): VNode => {
  const { claim, standing, subjects, needs } = of;
  return (
    <li
      data-address={claim.id}
      data-verdict={claim.verdict}
      data-subject={subjects.join(' ')}
      data-needs={needs.map((need) => need.replaceAll(' ', '-')).join(' ') || NOTHING}
    >
      <span class="id">{claim.id}</span>
      <div>
        <p class="say">
          <a href={linkTo(claim.id)}>
            <SaidWhere in={inLanguages(of, 'claim')} />
          </a>
        </p>
        {claim.condition === undefined ? null : (
          <p class="condition">
            <Condition of={of} />
          </p>
        )}
      </div>
      <p class="found">
        <VerdictMark of={claim.verdict} />
        <small class={standing}>
          <StandingMark of={of} />
        </small>
      </p>
    </li>
  );
};

const Entries = ({ of }: { readonly of: readonly ClaimEntry[] }): VNode | null =>
  of.length === 0 ? null : (
    <ol>
      {of.map((claim) => (
        <Entry of={claim} key={claim.claim.id} />
      ))}
    </ol>
  );

/** Every claim with its verdict, what it depends on, and what the run found. */
export const Register = ({ claims }: { readonly claims: readonly ClaimEntry[] }): VNode => {
  const untried = claims.filter(({ standing }) => standing === 'untried');
  return (
    <section class="register" id={pages.register}>
      <h2 tabindex={-1}>
        <Said in={frontWords.register} />
      </h2>
      <p class="lead">
        <Said in={claims.length === 0 ? frontWords.noRegister : frontWords.registerLead} />
      </p>
      {claims.length === 0 ? null : <Filters claims={claims} />}
      <Entries of={claims.filter(({ standing }) => standing !== 'untried')} />
      {untried.length === 0 ? null : (
        <details class="untried">
          <summary>
            <Said in={standingWords.untried} /> <small>{untried.length}</small>
          </summary>
          <Entries of={untried} />
        </details>
      )}
      <p class="none" hidden>
        <Said in={frontWords.none} />
      </p>
    </section>
  );
};
