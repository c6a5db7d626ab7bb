import type { VNode } from 'preact';
import { linkTo } from '../model/addresses';
import { languageOf } from '../model/languageOf';
import type { ExampleEntry, Failure, FeatureEntry, RuleEntry } from '../model/site';
import { failureWords } from '../words/failures';
import { frontWords } from '../words/front';
import { Ending } from './ending';
import { FailureBox } from './failure';
import { Said } from './said';

/** So many are told in full; who breaks more looks at the first ones first. */
const MOST = 12;

interface Failed {
  readonly feature: FeatureEntry;
  readonly rule: RuleEntry;
  readonly entry: ExampleEntry;
  readonly failure: Failure;
}

const failedIn = (features: readonly FeatureEntry[]): readonly Failed[] =>
  features.flatMap((feature) =>
    feature.rules.flatMap((rule) =>
      rule.examples.flatMap((entry) =>
        entry.failure ? [{ feature, rule, entry, failure: entry.failure }] : [],
      ),
    ),
  );

/** Examples that failed, before anything else, each with what is needed to understand it. */
export const Failures = ({ features }: { readonly features: readonly FeatureEntry[] }): VNode | null => {
  const failed = failedIn(features);
  if (failed.length === 0) return null;
  const more = failed.slice(MOST);
  return (
    <section class="failures">
      <h2>
        <Said in={frontWords.failed} />
      </h2>
      <p>
        <Said in={frontWords.failedLead} />
      </p>
      {failed.slice(0, MOST).map((each) => (
        <FailedExample of={each} key={each.entry.address} />
      ))}
      {more.length > 0 && (
        <>
          <h3>
            <Said in={failureWords.more} />
          </h3>
          <ul>
            {more.map(({ feature, rule, entry: { address, example } }) => (
              <li lang={feature.language} key={address}>
                <a href={linkTo(address)}>{example.name}</a> <small>{rule.title ?? feature.title}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

const FailedExample = ({ of: { feature, rule, entry, failure } }: { readonly of: Failed }): VNode => {
  const { address, example } = entry;
  const broken = example.steps.filter(
    ({ keyword, outcome }) => keyword !== undefined && outcome !== 'passed',
  );
  const [step] = broken;
  return (
    <article lang={feature.language}>
      <h3>
        <a href={linkTo(address)}>{example.name}</a>
        <Ending of={example} />
      </h3>
      <p class="place">
        {feature.title} › {rule.title}
      </p>
      {step && (
        <p class="step">
          <b>{step.keyword}</b> {step.text}
        </p>
      )}
      <FailureBox of={failure} example={example} language={languageOf(feature)} />
    </article>
  );
};
