import type { VNode } from 'preact';
import { Failures } from '../components/failures';
import { Page } from '../components/page';
import { Said } from '../components/said';
import { pages } from '../model/addresses';
import type { FeatureEntry, Site } from '../model/site';
import { frontWords } from '../words/front';
import { Facts } from './facts';
import { Questions } from './questions';
import { Register } from './register';
import { Roll } from './roll';
import { FeatureRow } from './subjects';

/** A run of all says that it was one; any other only what it is about. */
const leadOf = ({ run: { isDry, isModel, isStopped }, claims }: Site) => {
  if (isDry) return frontWords.dry;
  if (isStopped || claims.length === 0 || claims.some(({ standing }) => standing === 'untried'))
    return isModel ? frontWords.someOnModel : frontWords.someOnCluster;
  return isModel ? frontWords.onModel : frontWords.onCluster;
};

/** Without the claims of the chapter the page is about something else, which only the project knows. */
const headingOf = ({ claims }: Site) =>
  claims.some(({ claim }) => claim.id.startsWith('D')) ? frontWords.heading : frontWords.otherHeading;

/** So many features are shown on the first page; more have a page of their own. */
const FEW = 12;

/** The features of a run of a few. */
const Few = ({ features }: { readonly features: readonly FeatureEntry[] }): VNode | null =>
  features.length === 0 || features.length > FEW ? null : (
    <section class="few">
      <h2>
        <Said in={frontWords.few} />
      </h2>
      <ul>
        {features.map((feature) => (
          <FeatureRow of={feature} key={feature.address} />
        ))}
      </ul>
    </section>
  );

/** The first page: what ran, what went wrong, the questions, the register. */
export const FrontPage = ({ site }: { readonly site: Site }): VNode => (
  <Page id={pages.findings} kind="front on" heading={<Said in={headingOf(site)} />}>
    <div class="hero">
      <p class="lead">
        <Said in={leadOf(site)} />
      </p>
      <Facts site={site} />
    </div>
    <Failures features={site.features} />
    <Few features={site.features} />
    <Questions questions={site.questions} />
    <Roll claims={site.claims} />
    <Register claims={site.claims} />
  </Page>
);
