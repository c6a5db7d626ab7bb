import { failureText } from '../report/failures';
import { RunLog } from '../run/log';
import { optionsOfRun, passOn } from '../run/options';
import { forgetStop, noteStop } from '../run/stop';
import { styleFor } from '../terminal/style';
import { clusterFacts } from './about/cluster';
import { suiteOf } from './about/suite';
import { headingOf } from './journal/heading';
import { Journal, resumable } from './journal/journal';
import { Results } from './journal/results';
import { merge } from './messages/merge';
import { exampleOf } from './messages/one';
import { endingOf } from './outcome';
import type { ConformanceEnding, ConformancePlan, Listener } from './plan';
import { ProgressShow } from './progress/show';
import { ProgressState } from './progress/state';
import { publish } from './publishing/publish';
import { expectedOf, willSkip } from './rehearsal/estimate';
import type { Rehearsal } from './rehearsal/rehearsal';
import { makeReport } from './report/make';
import { type Audience, type Run, runAll } from './running/crew';
import type { Task } from './running/queue';
import { type Stop, Watchman } from './running/watchman';

/** The driver of clusters that exist. */
const DRIVER = 'kubernetes';

/** How long (ms of real time) an example is given beyond what it waits, before it is broken off. */
const MORE_THAN_ENOUGH = 15 * 60_000;

/**
 * Runs examples on a cluster that exists, with the driver `kubernetes`, and writes `conformance.yaml`, `index.html`,
 * `junit.xml` and `messages.ndjson` into the folder of reports. An example whose ending says nothing of the cluster is run
 * again. Makes nothing on the cluster itself, and takes nothing away: examples do both, and `cleanUp` does the rest.
 * @param plan all that was asked, found and consented to
 * @param rehearsal what `rehearse` said of the same programme
 * @throws ResumeError if a run is to be resumed, and there is none, or it was of another suite, cluster or programme
 */
export const runConformance = async (
  plan: ConformancePlan,
  rehearsal: Rehearsal,
  listener: Listener,
): Promise<ConformanceEnding> => {
  forgetStop();
  const cluster = await clusterFacts(plan.connection);
  // Reports say so, too, where nothing is left to run.
  passOn({ driver: plan.driver ?? DRIVER, disturbed: false, target: plan.target });
  const suite = suiteOf(rehearsal.messages);
  const heading = headingOf(plan, suite, cluster);
  const known = plan.resume ? resumable(plan.folder, heading) : undefined;
  const results = new Results(known?.runs);
  const journal = known ? Journal.goOn(plan.folder) : Journal.begin(plan.folder, heading);
  let stopped: Stop | undefined;
  try {
    stopped = await runRest(plan, rehearsal, listener, { results, journal });
  } finally {
    journal.close();
  }
  if (stopped) noteStop();
  const span = { began: known?.heading.began ?? heading.began, ended: Date.now() };
  const tellOf = (location: string) => {
    const run = results.of(location);
    return { attempt: run?.messages, counts: run?.how.outcome !== 'inconclusive' };
  };
  const isFine = rehearsal.examples.every(({ location }) => isHarmless(results.of(location)));
  const messages = merge(rehearsal.messages, tellOf, span, isFine);
  const log = new RunLog();
  for (const message of messages) log.take(message);
  const told = log.examples();
  const report = makeReport({
    plan,
    rehearsal,
    results,
    told,
    suite,
    cluster,
    ...span,
    resumed: plan.resume,
  });
  const { folder } = plan;
  const written = await publish({ folder, report, messages, results, library: rehearsal.library });
  return endingOf(report, stopped, written);
};

const isHarmless = (run: Run | undefined): boolean =>
  run?.how.outcome === 'passed' || run?.how.outcome === 'skipped';

interface Books {
  readonly results: Results;
  readonly journal: Journal;
}

/** Runs what is not known yet. @returns why it ended before its end, if it did */
const runRest = async (
  plan: ConformancePlan,
  rehearsal: Rehearsal,
  { stdout, stop }: Listener,
  { results, journal }: Books,
): Promise<Stop | undefined> => {
  const { target, parallel, capabilities, configuration } = plan;
  const tasks = rehearsal.examples
    .filter(({ location }) => !results.isKnown(location))
    .map(
      (example): Task => ({
        location: example.location,
        expected: expectedOf(example, target.patience, capabilities),
        skips: willSkip(example, target.patience, capabilities) !== undefined,
      }),
    );
  if (tasks.length === 0) return undefined;
  const before = results.all().filter(({ how: { outcome } }) => outcome === 'passed' || outcome === 'failed');
  const state = new ProgressState(tasks, parallel, before.length);
  const show = new ProgressShow(state, stdout);
  const watchman = new Watchman(plan.connection, stop, plan.comeback);
  let firstFailure = true;
  const audience: Audience = {
    began: (location) => show.began(location),
    step: (location, text) => show.step(location, text),
    ended: (run) => {
      results.add(run);
      journal.note(run);
      show.ended(run);
      if (run.how.outcome === 'failed') {
        if (firstFailure) show.say(wholeFailure(plan, rehearsal, run, stdout));
        else show.say(`✗ ${run.location}: ${run.how.reason ?? ''}`);
        firstFailure = false;
        if (plan.failFast) watchman.stop('fail-fast');
      }
      watchman.hear(run.how.outcome);
    },
  };
  const limit = target.patience + MORE_THAN_ENOUGH;
  const { signal } = watchman;
  const [doubt, ready] = [(began: number) => watchman.doubt(began), () => watchman.ready()];
  try {
    await runAll(
      { configuration, tasks, parallel, env: process.env, limit, doubt, ready, stop: signal },
      audience,
    );
  } finally {
    show.end();
    watchman.end();
  }
  return watchman.stopped;
};

/** The first failure is shown at once, and whole: there is no need to wait for the report. */
const wholeFailure = (
  { claims }: ConformancePlan,
  { messages }: Rehearsal,
  run: Run,
  stdout: Listener['stdout'],
): string => {
  const example = exampleOf(messages, run.location, run.messages);
  const style = styleFor(stdout, process.env);
  return example
    ? `${failureText(example, optionsOfRun(), style, claims)}\n`
    : `✗ ${run.location}: ${run.how.reason ?? ''}`;
};
