import type { VNode } from 'preact';
import { Markdown } from '../components/markdown';
import { Page } from '../components/page';
import { Said } from '../components/said';
import { Steps } from '../components/steps';
import { linkTo } from '../model/addresses';
import type { ExampleEntry, FeatureEntry, RuleEntry } from '../model/site';
import { outcomeWords } from '../words/frame';

const ExampleSection = ({ of: { address, example } }: { readonly of: ExampleEntry }): VNode => (
  <section class="example" id={address} data-kind="example">
    <h3>
      <a href={linkTo(address)}>{example.name}</a>
      {example.outcome === 'passed' ? null : (
        <span class="outcome">
          <Said in={outcomeWords[example.outcome]} />
        </span>
      )}
    </h3>
    {example.description === undefined ? null : <Markdown text={example.description} />}
    <Steps steps={example.steps} />
  </section>
);

const RuleSection = ({
  of: { address, title, description, authority, examples },
}: {
  readonly of: RuleEntry;
}): VNode => (
  <section class="rule" id={address} {...(title === undefined ? {} : { 'data-kind': 'rule' })}>
    {title === undefined ? null : (
      <h2>
        <a href={linkTo(address)}>{title}</a>
      </h2>
    )}
    <Markdown text={description} />
    {authority.length === 0 ? null : <p class="authority">{authority.join(' · ')}</p>}
    {examples.map((entry) => (
      <ExampleSection of={entry} key={entry.address} />
    ))}
  </section>
);

/** A feature: its prose, its rules, and the examples that prove them. */
export const FeaturePage = ({ of }: { readonly of: FeatureEntry }): VNode => (
  <Page id={of.address} kind="feature" heading={<span lang={of.language}>{of.title}</span>}>
    <div lang={of.language}>
      <div class="prose">
        <Markdown text={of.description} />
      </div>
      {of.rules.map((rule) => (
        <RuleSection of={rule} key={rule.address} />
      ))}
    </div>
  </Page>
);
