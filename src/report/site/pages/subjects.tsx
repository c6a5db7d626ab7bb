import type { VNode } from 'preact';
import { Page } from '../components/page';
import { Said } from '../components/said';
import { linkTo, pages } from '../model/addresses';
import { grouped } from '../model/grouped';
import type { FeatureEntry } from '../model/site';
import { examplesCount, frameWords } from '../words/frame';
import { subjectName } from '../words/subjects';

/** A feature in a list. */
export const FeatureRow = ({ of }: { readonly of: FeatureEntry }): VNode => (
  <li data-only={of.only}>
    <a href={linkTo(of.address)} lang={of.language}>
      {of.title}
    </a>{' '}
    <small>
      <Said in={examplesCount(of.rules.reduce((sum, { examples }) => sum + examples.length, 0))} />
    </small>
  </li>
);

/** All features of the run, by subject. */
export const SubjectsPage = ({ features }: { readonly features: readonly FeatureEntry[] }): VNode => (
  <Page id={pages.subjects} kind="subjects" heading={<Said in={frameWords.subjects} />}>
    <div class="groups">
      {[...grouped(features, ({ subject }) => subject)].map(([subject, own]) => (
        <section key={subject}>
          <h2>
            <Said in={subjectName(subject)} />
          </h2>
          <ul>
            {own.map((feature) => (
              <FeatureRow of={feature} key={feature.address} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  </Page>
);
