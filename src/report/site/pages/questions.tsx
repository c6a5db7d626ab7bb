import type { VNode } from 'preact';
import { Said, SaidWhere } from '../components/said';
import { VerdictSign } from '../components/verdict';
import { linkTo } from '../model/addresses';
import { inLanguages } from '../model/claimTexts';
import type { QuestionEntry } from '../model/site';
import { frontWords } from '../words/front';

/** What people ask; opened, each tells its causes. */
export const Questions = ({ questions }: { readonly questions: readonly QuestionEntry[] }): VNode | null =>
  questions.length === 0 ? null : (
    <section class="asks">
      <h2>
        <Said in={frontWords.questions} />
      </h2>
      <div>
        {questions.map(({ address, ask, claims }) => (
          <details id={address} key={address}>
            <summary>
              <Said in={ask} />
            </summary>
            <ul>
              {claims.map((entry) => (
                <li key={entry.claim.id}>
                  <a class="cause" href={linkTo(entry.claim.id)}>
                    <VerdictSign of={entry.claim.verdict} />
                    <SaidWhere in={inLanguages(entry, 'claim')} />
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
