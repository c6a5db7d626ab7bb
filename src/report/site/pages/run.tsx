import type { VNode } from 'preact';
import { type Example, needsOf } from '../../../run/example';
import { notesOf } from '../../../run/notes';
import { Page } from '../components/page';
import { Said } from '../components/said';
import { linkTo, pages } from '../model/addresses';
import { grouped } from '../model/grouped';
import type { ExampleEntry, RunFacts, Site } from '../model/site';
import { examplesCount } from '../words/frame';
import { frontWords } from '../words/front';
import { earlyEndWords, runWords, secondsWords } from '../words/run';
import { Began, Fact, Tried, Where } from './facts';

const Table = ({ run }: { readonly run: RunFacts }): VNode => (
  <dl class="terms rows">
    <Tried run={run} />
    <Fact of="on">
      <Where run={run} />
    </Fact>
    <Fact of="driver">
      {run.driver}: <span lang="en">{run.description}</span>
    </Fact>
    <Fact of="kubernetes">{run.kubernetes ?? <Said in={runWords.unknown} />}</Fact>
    <Fact of="rollcall">{run.rollcall}</Fact>
    {run.seed === undefined ? null : <Fact of="seed">{run.seed}</Fact>}
    {run.isModel ? (
      <Fact of="day">
        <Said in={run.disturbed ? runWords.roughDay : runWords.calmDay} />
      </Fact>
    ) : null}
    <Fact of="when">
      <Began run={run} />
    </Fact>
    <Fact of="took">
      <Said in={secondsWords(run.elapsed)} />
    </Fact>
    <Fact of="again">
      <code>{run.again}</code>
    </Fact>
  </dl>
);

const Links = ({ of }: { readonly of: readonly ExampleEntry[] }): VNode => (
  <ul lang="en">
    {of.map(({ address, example }) => (
      <li key={address}>
        <a href={linkTo(address)}>{example.name}</a>
      </li>
    ))}
  </ul>
);

/** Why nobody can tell of an example, or what it would have needed; nothing if neither is why. */
const whyOf = (example: Example): string =>
  example.unsure ?? (example.isUnreached ? '' : needsOf(example).join(', '));

interface SkippedProps {
  readonly entries: readonly ExampleEntry[];
  readonly run: RunFacts;
}

const Skipped = ({ entries, run }: SkippedProps): VNode => {
  const endedEarly = earlyEndWords(run.extent) !== undefined;
  const skipped = entries.filter(({ example }) => example.outcome === 'skipped');
  return (
    <section>
      <h2>
        <Said in={runWords.skipped} />
      </h2>
      {skipped.length === 0 ? (
        <p>
          <Said in={runWords.noneSkipped} />
        </p>
      ) : null}
      {[...grouped(skipped, ({ example }) => whyOf(example))].map(([why, own]) => (
        <details key={why}>
          <summary>
            {why === '' ? (
              <Said in={endedEarly ? runWords.notReached : runWords.leftOut} />
            ) : (
              <>
                <Said in={own.some(({ example }) => example.unsure) ? runWords.unsure : runWords.needs} />{' '}
                <span lang="en">{why}</span>
              </>
            )}{' '}
            <small>
              <Said in={examplesCount(own.length)} />
            </small>
          </summary>
          <Links of={own} />
        </details>
      ))}
    </section>
  );
};

const Notes = ({ entries }: { readonly entries: readonly ExampleEntry[] }): VNode => {
  const noted = entries.flatMap((entry) => notesOf(entry.example).map((note) => ({ entry, note })));
  return (
    <section>
      <h2>
        <Said in={runWords.notes} />
      </h2>
      <p>
        <Said in={noted.length === 0 ? runWords.noNotes : runWords.notesLead} />
      </p>
      {[...grouped(noted, ({ note }) => note)].map(([note, own]) => (
        <div class="noted" key={note}>
          <p lang="en">{note}</p>
          <Links of={own.map(({ entry }) => entry)} />
        </div>
      ))}
    </section>
  );
};

/** What was run, where and how; what was left out, and why. */
export const RunPage = ({ site: { run, features } }: { readonly site: Site }): VNode => {
  const entries = features.flatMap(({ rules }) => rules.flatMap(({ examples }) => examples));
  return (
    <Page id={pages.run} kind="run" heading={<Said in={runWords.heading} />}>
      <p class="lead">
        <Said
          in={
            run.extent.kind === 'dry' ? frontWords.dry : run.isModel ? runWords.lead : runWords.leadOnCluster
          }
        />
      </p>
      <Table run={run} />
      {run.problems.length === 0 ? null : (
        <section class="failures">
          <h2>
            <Said in={runWords.problems} />
          </h2>
          <ul lang="en">
            {run.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
      <Skipped entries={entries} run={run} />
      {run.isModel ? <Notes entries={entries} /> : null}
      {run.beside.length === 0 ? null : (
        <section>
          <h2>
            <Said in={runWords.beside} />
          </h2>
          <ul>
            {run.beside.map((file) => (
              <li key={file}>
                <a href={encodeURI(file)}>{file}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
};
