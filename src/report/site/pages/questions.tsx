import type { VNode } from 'preact';
import { languages } from '../../../language/language';
import { Said } from '../components/said';
import { linkTo } from '../model/addresses';
import type { CauseEntry, QuestionEntry } from '../model/site';
import { frontWords } from '../words/front';

/** What may be behind it, as a link to where it can be seen, and the claim that it belongs to. */
const CauseLinks = ({ of: { says, addresses, claim } }: { readonly of: CauseEntry }): VNode => (
  <>
    {languages.map((language) => (
      <a class="t" lang={language} href={linkTo(addresses[language])} key={language}>
        {says[language]}
      </a>
    ))}{' '}
    <a class="id" href={linkTo(claim.claim.id)}>
      {claim.claim.id}
    </a>
  </>
);

const Question = ({ of: { address, asks, causes } }: { readonly of: QuestionEntry }): VNode => (
  <details id={address}>
    <summary>
      <Said in={asks} />
    </summary>
    <ol>
      {causes.map((cause) => (
        <li key={cause.says.en}>
          <CauseLinks of={cause} />
        </li>
      ))}
    </ol>
  </details>
);

/** What people ask; opened, each tells its causes. In two columns of their own, so that opening one moves none to the other. */
export const Questions = ({ questions }: { readonly questions: readonly QuestionEntry[] }): VNode | null => {
  if (questions.length === 0) return null;
  const half = Math.ceil(questions.length / 2);
  return (
    <section class="asks">
      <h2>
        <Said in={frontWords.questions} />
      </h2>
      <div>
        {[questions.slice(0, half), questions.slice(half)].map((column) => (
          <div key={column[0]?.address}>
            {column.map((question) => (
              <Question of={question} key={question.address} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
};
