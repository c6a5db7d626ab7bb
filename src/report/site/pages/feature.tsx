import type { VNode } from 'preact';
import { Background } from '../components/background';
import { ExampleSection } from '../components/example';
import { Markdown } from '../components/markdown';
import { Page } from '../components/page';
import { linkTo } from '../model/addresses';
import { grouped } from '../model/grouped';
import { languageOf } from '../model/languageOf';
import type { FeatureEntry, RuleEntry } from '../model/site';

interface RuleProps {
  readonly of: RuleEntry;
  readonly feature: FeatureEntry;
}

const RuleSection = ({ of: rule, feature }: RuleProps): VNode => {
  const { address, title, description, authority, background, examples } = rule;
  const language = languageOf(feature);
  return (
    <section class="rule" id={address} {...(title === undefined ? {} : { 'data-kind': 'rule' })}>
      {title === undefined ? null : (
        <h2>
          <a href={linkTo(address)}>{title}</a>
        </h2>
      )}
      {authority.length === 0 ? null : <p class="authority">{authority.join(' · ')}</p>}
      <Markdown text={description} />
      <Background steps={background} language={language} />
      {[...grouped(examples, ({ example }) => example.begins)].map(([line, group]) =>
        group.map((entry, index) => (
          <ExampleSection
            of={entry}
            language={language}
            isFolded={index > 0}
            key={`${line} ${entry.address}`}
          />
        )),
      )}
    </section>
  );
};

/** A feature: its prose, its rules, and the examples that prove them. What stands in a background is told once. */
export const FeaturePage = ({ of }: { readonly of: FeatureEntry }): VNode => (
  <Page id={of.address} kind="feature" only={of.only} heading={<span lang={of.language}>{of.title}</span>}>
    <div lang={of.language}>
      <div class="prose">
        <Markdown text={of.description} />
      </div>
      <Background steps={of.background} language={languageOf(of)} />
      {of.rules.map((rule) => (
        <RuleSection of={rule} feature={of} key={rule.address} />
      ))}
    </div>
  </Page>
);
