import type { VNode } from 'preact';
import { isBroken } from '../../../run/example';
import { Page } from '../components/page';
import { Said } from '../components/said';
import { linkTo, pages } from '../model/addresses';
import type { Site } from '../model/site';
import { frontWords } from '../words/front';
import { Facts } from './facts';
import { Questions } from './questions';
import { Register } from './register';
import { Roll } from './roll';

const leadOf = ({ extent, isModel, passed, broken }: Site['run']) => {
  if (extent.kind === 'dry') return frontWords.dry;
  if (passed + broken === 0) return frontWords.nothing;
  return isModel ? frontWords.onModel : frontWords.onCluster;
};

/** Examples that failed, before anything else. */
const Failures = ({ site }: { readonly site: Site }): VNode | null => {
  const failed = site.features.flatMap((feature) =>
    feature.rules.flatMap((rule) =>
      rule.examples
        .filter(({ example }) => isBroken(example))
        .map((entry) => ({ ...entry, place: rule.title ?? feature.title })),
    ),
  );
  if (failed.length === 0) return null;
  return (
    <section class="failures">
      <h2>
        <Said in={frontWords.failed} />
      </h2>
      <p>
        <Said in={frontWords.failedLead} />
      </p>
      <ul>
        {failed.map(({ address, example, place }) => (
          <li key={address}>
            <a href={linkTo(address)}>{example.name}</a> <small>{place}</small>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The first page: what ran, what went wrong, the questions, the register. */
export const FrontPage = ({ site }: { readonly site: Site }): VNode => (
  <Page id={pages.findings} kind="front on" heading={<Said in={frontWords.heading} />}>
    <div class="hero">
      <p class="lead">
        <Said in={leadOf(site.run)} />
      </p>
      <Facts site={site} />
    </div>
    <Failures site={site} />
    <Questions questions={site.questions} />
    <Roll claims={site.claims} />
    <Register claims={site.claims} />
  </Page>
);
