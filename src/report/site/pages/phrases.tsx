import type { VNode } from 'preact';
import type { Form } from '../../../catalogue/phrases/form';
import { type Explained, explainedIn, Legend, Pattern } from '../components/legend';
import { Page } from '../components/page';
import { Said } from '../components/said';
import { linkTo, pages } from '../model/addresses';
import { playLink } from '../model/playLink';
import type { PhraseEntry, PhraseUsage, Site } from '../model/site';
import { frameWords } from '../words/frame';
import { groupWords, phrasesWords } from '../words/phrases';

const titleOf = ({ kind, anyName }: Form) => {
  if (anyName) return phrasesWords.anyName;
  return kind === 'rows' ? phrasesWords.columns : phrasesWords.settings;
};

const Takes = ({ form }: { readonly form: Form }): VNode => (
  <details class="takes">
    <summary>
      <Said in={titleOf(form)} />
    </summary>
    <dl class="terms">
      {Object.entries(form.takes).map(([name, meaning]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {form.needs?.includes(name) ? (
              <b>
                <Said in={phrasesWords.must} />{' '}
              </b>
            ) : null}
            {meaning}
          </dd>
        </div>
      ))}
    </dl>
  </details>
);

const Usage = ({ of: { line, below, feature, address } }: { readonly of: PhraseUsage }): VNode => (
  <div class="shown">
    <pre>{[line, ...below].join('\n')}</pre>
    <p class="ways">
      <a href={playLink(feature)} class="scripted">
        <Said in={phrasesWords.tryIt} />
      </a>{' '}
      <a href={linkTo(address)}>
        <Said in={phrasesWords.inPlace} />
      </a>
    </p>
  </div>
);

const Entry = ({
  of: { address, language, only, pattern, form, usage },
  explained,
}: {
  readonly of: PhraseEntry;
  readonly explained: Explained;
}): VNode => (
  <article class="phrase" id={address} lang={language} data-only={only}>
    <h3>
      <Pattern of={pattern} explained={explained} />
    </h3>
    {form ? <Takes form={form} /> : null}
    {usage ? (
      <Usage of={usage} />
    ) : (
      <p class="none shown">
        <Said in={phrasesWords.noExample} />
      </p>
    )}
  </article>
);

/** The address of a group of phrases, by its place, from 1. */
const groupAddress = (at: number): string => `${pages.phrases}/subject-${at + 1}`;

/** The dictionary: every phrase with an example and what its table takes, by subject. */
export const PhrasesPage = ({ site: { phrases, legend } }: { readonly site: Site }): VNode => {
  const explained = explainedIn(legend);
  return (
    <Page id={pages.phrases} kind="phrases" heading={<Said in={frameWords.phrases} />}>
      <p class="lead">
        <Said in={phrases.length === 0 ? phrasesWords.none : phrasesWords.lead} />
      </p>
      <Legend of={legend} />
      <nav class="contents" aria-labelledby={`${pages.phrases}/contents`}>
        <h2 class="quiet" id={`${pages.phrases}/contents`}>
          <Said in={frameWords.subjects} />
        </h2>
        <ul lang="en">
          {phrases.map(({ title, only }, at) => (
            <li key={groupAddress(at)} lang={only} data-only={only}>
              <a href={linkTo(groupAddress(at))}>{groupWords(title, only === 'ko')}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div lang="en">
        {phrases.map(({ title, only, phrases: own }, at) => (
          <section id={groupAddress(at)} lang={only} data-only={only} key={groupAddress(at)}>
            <h2 tabindex={-1}>{groupWords(title, only === 'ko')}</h2>
            {own.map((phrase) => (
              <Entry of={phrase} explained={explained} key={phrase.address} />
            ))}
          </section>
        ))}
      </div>
    </Page>
  );
};
