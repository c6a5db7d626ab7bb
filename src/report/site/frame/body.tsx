import type { VNode } from 'preact';
import { Said } from '../components/said';
import { VerdictShapes } from '../components/verdict';
import type { Site } from '../model/site';
import { ClaimPage } from '../pages/claim';
import { FeaturePage } from '../pages/feature';
import { FrontPage } from '../pages/front';
import { PhrasesPage } from '../pages/phrases';
import { PlayPage } from '../pages/play';
import { RunPage } from '../pages/run';
import { SubjectsPage } from '../pages/subjects';
import { earlyEndWords, runWords } from '../words/run';
import { Header } from './header';

interface Props {
  readonly site: Site;
  /** Whether the playground could be built. */
  readonly canPlay: boolean;
}

/** What a reader must know before they believe anything else. */
const Warnings = ({ run }: { readonly run: Site['run'] }): VNode => (
  <>
    {[earlyEndWords(run.extent), run.problems.length > 0 ? runWords.unread : undefined].map((words) =>
      words === undefined ? null : (
        <p class="stopped" role="note" key={words.en}>
          <Said in={words} />
        </p>
      ),
    )}
  </>
);

/** Everything that is seen: all pages, one after the other. */
export const Body = ({ site, canPlay }: Props): VNode => (
  <>
    <VerdictShapes />
    <Header />
    <main id="main" tabindex={-1}>
      <Warnings run={site.run} />
      <FrontPage site={site} />
      {site.claims.map((claim) => (
        <ClaimPage of={claim} key={claim.claim.id} />
      ))}
      <SubjectsPage features={site.features} />
      <PhrasesPage site={site} />
      <PlayPage isThere={canPlay} />
      <RunPage site={site} />
      {site.features.map((feature) => (
        <FeaturePage of={feature} key={feature.address} />
      ))}
    </main>
  </>
);
