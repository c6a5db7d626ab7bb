import { suiteOf } from '../../conformance/about/suite';
import { headingOf } from '../../conformance/journal/heading';
import { type Heading, ResumeError, readJournal, resumable } from '../../conformance/journal/journal';
import type { ConformanceEnding, ConformancePlan, Programme } from '../../conformance/plan';
import { estimateOf } from '../../conformance/rehearsal/estimate';
import type { Rehearsal } from '../../conformance/rehearsal/rehearsal';
import { runConformance } from '../../conformance/run';
import type { Connection } from '../../drivers/kubernetes/connection/connection';
import { newRun } from '../../drivers/kubernetes/safety/labels';
import { rememberNodes } from '../../drivers/kubernetes/safety/rememberNodes';
import type { Target } from '../../port/target';
import { count, widthOf } from '../../terminal/wrap';
import type { Ending } from '../support/command';
import { Refusal } from '../support/refusal';
import { announcement } from './announcement';
import { foundCapabilities } from './capabilities';
import { cleanAfter } from './cleaning';
import { consented } from './consent';
import { typedTime } from './durations';
import { type Asked, HOLD, PATIENCE } from './options';
import { examine, type Ground } from './preflight';
import { type Chosen, rehearsed } from './programme';
import { Stopping } from './stopping';
import { againCommand, cleanUpCommand } from './typedCommands';

/** Where reports are written. */
const FOLDER = 'reports';

/** What a run that is resumed was of. @throws Refusal if there is none */
const resumedIn = ({ resumes }: Asked): Heading | undefined => {
  if (!resumes) return undefined;
  const found = readJournal(FOLDER);
  if (found) return found.heading;
  throw new Refusal([`--resume: there is no run in ${FOLDER}/ that was broken off.`]);
};

const modeOf = (before: Heading | undefined): Target['mode'] | undefined =>
  (['exclusive', 'shared'] as const).find((mode) => mode === before?.mode);

const targetOf = (asked: Asked, mode: Target['mode'], run: string, before: Heading | undefined): Target => ({
  context: asked.context,
  ...(asked.kubeconfig === undefined ? {} : { kubeconfig: asked.kubeconfig }),
  run,
  mode,
  patience: asked.patience ?? before?.patience ?? PATIENCE,
  hold: asked.hold ?? before?.hold ?? HOLD,
});

/** @throws Refusal if what was broken off was of something else */
const checkResumption = (programme: Programme, { messages }: Rehearsal, { facts }: Ground): void => {
  try {
    resumable(FOLDER, headingOf(programme, suiteOf(messages), facts));
  } catch (error) {
    throw error instanceof ResumeError ? new Refusal([error.message]) : error;
  }
};

/** The command that does the same again, in a run of its own. */
const againFor = (asked: Asked, { target, parallel, selection }: Programme): string =>
  againCommand(asked, [
    `--${target.mode}`,
    ...(parallel > 1 ? ['--parallel', String(parallel)] : []),
    ...(target.patience === PATIENCE ? [] : ['--patience', typedTime(target.patience)]),
    ...(target.hold === HOLD ? [] : ['--hold', typedTime(target.hold)]),
    ...(asked.allowsForeignPods ? ['--allow-foreign-pods'] : []),
    ...selection,
  ]);

/** Runs what was planned. Whatever becomes of it, nothing is left of it on the cluster, or it is said what is. */
const runAndCleanUp = async (plan: ConformancePlan, rehearsal: Rehearsal, asked: Asked): Promise<Ending> => {
  const { connection, target } = plan;
  const { run } = target;
  const stopping = new Stopping(
    () =>
      process.stderr.write(
        '\nStopping: what has begun is broken off, and what was made is deleted. Once more ends it at once.\n',
      ),
    () =>
      process.stderr.write(
        `\nLeft as it is. What the run has made is still there. Delete it with: ${cleanUpCommand(asked, run)}\n`,
      ),
  );
  let ending: ConformanceEnding | undefined;
  let problem: unknown;
  const remembered = target.mode === 'exclusive' ? rememberNodes(connection, run) : undefined;
  try {
    ending = await runConformance(plan, rehearsal, { stdout: process.stdout, stop: stopping.signal });
  } catch (error) {
    problem = error;
  }
  await remembered?.();
  const isClean = await cleanAfter(connection, asked, run);
  stopping.end();
  if (!ending) throw problem;
  process.stdout.write(
    `\nResult: ${ending.result}. ${count(ending.tried, 'example')} passed or failed, ${ending.failed} failed.\n` +
      ending.written.map((path) => `  ${path}\n`).join(''),
  );
  if (ending.brokenOff !== undefined) process.stderr.write(`${ending.brokenOff}\n`);
  const isWhole = isClean && ending.code !== 130;
  // What was broken off says by its code that it did not try everything.
  const tried = ending.brokenOff === undefined ? ending.tried : Math.max(1, ending.tried);
  return { tried, failed: ending.failed, code: isWhole ? ending.code : 2 };
};

/**
 * Runs the chosen examples on a cluster: looks whether they may be, tries them in process, says what is going to be done,
 * waits for consent, and cleans up in the end.
 * @throws Refusal if it cannot be done, and as the connection does; nothing has been made on the cluster then
 */
export const conform = async (
  reached: { readonly connection: Connection; readonly version: string },
  asked: Asked,
  chosen: Chosen,
): Promise<Ending> => {
  const { connection, version } = reached;
  const before = resumedIn(asked);
  const run = asked.run ?? before?.run ?? newRun();
  const mode = asked.mode ?? modeOf(before);
  const ground = await examine(connection, version, run, { ...asked, mode });
  const { programme, rehearsal } = await rehearsed(
    {
      configuration: chosen.features.configuration,
      selection: chosen.selection,
      claims: chosen.claims,
      folder: FOLDER,
      target: targetOf(asked, ground.mode, run, before),
      parallel: asked.parallel,
    },
    chosen,
    asked.profile,
  );
  if (asked.resumes) checkResumption(programme, rehearsal, ground);
  const capabilities = await foundCapabilities(connection, programme.target);
  const estimate = estimateOf(rehearsal, programme, capabilities);
  const announced = {
    server: connection.server,
    programme,
    estimate,
    chosen: rehearsal.examples.length,
    ground,
    capabilities,
  };
  process.stdout.write(`${announcement(announced, widthOf(process.stdout))}\n`);
  await consented(asked.consents);
  if (ground.leftovers.length > 0 && !(await cleanAfter(connection, asked, run)))
    throw new Refusal(['What the run has left behind is in the way of its going on.']);
  const plan: ConformancePlan = {
    ...programme,
    connection,
    capabilities,
    failFast: asked.failFast,
    resume: asked.resumes,
    reproduce: againFor(asked, programme),
  };
  return runAndCleanUp(plan, rehearsal, asked);
};
