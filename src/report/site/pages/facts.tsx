import type { ComponentChildren, VNode } from 'preact';
import { Said } from '../components/said';
import type { RunFacts, Site } from '../model/site';
import { toldWords } from '../words/frame';
import { momentWords, runWords, secondsWords, totalsWords } from '../words/run';

/** A fact of a run, behind the word for it. */
export const Fact = ({
  of,
  children,
}: {
  readonly of: keyof typeof runWords;
  readonly children: ComponentChildren;
}): VNode => (
  <div>
    <dt>
      <Said in={runWords[of]} />
    </dt>
    <dd>{children}</dd>
  </div>
);

/** Where it was tried: in memory or on a real cluster, and of which Kubernetes. */
export const Where = ({ run }: { readonly run: RunFacts }): VNode => (
  <>
    {run.isModel ? <Said in={runWords.inMemory} /> : <Said in={runWords.realCluster} />}
    {run.context === undefined ? null : ` (${run.context})`}
    {run.distribution === undefined || run.distribution === 'kubernetes' ? null : `, ${run.distribution}`}
    {run.kubernetes === undefined ? null : `, Kubernetes ${run.kubernetes.replace(/^v/, '')}`}
  </>
);

/** How many examples were tried, and how they ended. */
export const Tried = ({ run }: { readonly run: RunFacts }): VNode => (
  <Fact of="tried">
    <Said in={toldWords(run.told)} />
    {', '}
    <Said in={totalsWords(run)} />
  </Fact>
);

/** When it began. */
export const Began = ({ run }: { readonly run: RunFacts }): VNode => (
  <time dateTime={new Date(run.began).toISOString()}>
    <Said in={momentWords(run.began)} />
  </time>
);

/** What ran, in a line of facts. */
export const Facts = ({ site: { run } }: { readonly site: Site }): VNode => (
  <dl class="facts">
    <Tried run={run} />
    <Fact of="on">
      <Where run={run} />
    </Fact>
    <Fact of="when">
      <Began run={run} />
      {', '}
      <Said in={secondsWords(run.elapsed)} />
    </Fact>
    {run.seed === undefined ? null : (
      <Fact of="seed">
        {run.seed}
        {run.disturbed ? (
          <>
            {', '}
            <Said in={runWords.roughDay} />
          </>
        ) : null}
      </Fact>
    )}
  </dl>
);
