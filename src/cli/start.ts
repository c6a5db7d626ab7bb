import '../project/disk';
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { Writable } from 'node:stream';
import { runCucumber } from '@cucumber/cucumber/api';
import { driverList, driverNamed } from '../drivers/drivers';
import type { Target } from '../port/target';
import { readRegister } from '../project/register';
import { passOnReports } from '../report/site/beside';
import { wordsIn } from '../report/words/words';
import { isPackage, typed } from '../run/calledAs';
import { extentOf } from '../run/extent';
import { languageOfRun, speak } from '../run/language';
import { RunLog } from '../run/log';
import { parseSeed, passOn, type RunOptions } from '../run/options';
import { passOnSelection } from '../run/selection';
import type { Request } from './support/arguments';
import { chosenRun } from './support/chosenRun';
import { type Ending, runCommand } from './support/command';
import { configure } from './support/configuration';
import { showGaps } from './support/gaps';
import { intakeProblems } from './support/intake';
import { Interruption } from './support/interruption';
import { Refusal } from './support/refusal';
import { Reports } from './support/reports';

const OWN_OPTIONS = [
  '--driver <NAME>',
  '--context <NAME>',
  '--kubeconfig <FILE>',
  '--seed <N>',
  '--disturbed',
  '--lang <LANGUAGE>',
  '--model',
];

/** What else the package has to offer. */
const OTHERS = ['init', 'steps', 'lint', 'seeds', 'serve', 'conformance'];

/** Options that Cucumber reads: which examples are run, and how. */
const SELECTING_OPTIONS = [
  '-t, --tags <EXPR>',
  '--name <REGEXP>',
  '--fail-fast',
  '-d, --dry-run',
  '--order <TYPE:SEED>',
  '--language <ISO 639-1>',
  '--parallel <N>',
  '--retry <N>',
  '--retry-tag-filter <EXPR>',
  '--shard <INDEX/TOTAL>',
  '--strict',
  '--no-strict',
  '-r, --require <PATH>',
  '--require-module <MODULE>',
  '-i, --import <PATH>',
  '-l, --loader <MODULE>',
  '--plugin <MODULE>',
  '--plugin-options <JSON>',
  '--world-parameters <JSON>',
];

/** Others that it reads: who is told of it. */
const TELLING_OPTIONS = [
  '-f, --format <TYPE:PATH>',
  '--format-options <JSON>',
  '--publish',
  '-b, --backtrace',
  '--force-exit',
];

const CUCUMBERS_OPTIONS = [...SELECTING_OPTIONS, ...TELLING_OPTIONS];

const usage = (): string => `Usage: ${typed('start', '[options] [FILE|FOLDER|FILE:LINE]...')}

Runs all features, or those named, inside or outside features/.

  --driver NAME  what to run them on: one of the drivers below; default in-process
  --context NAME the cluster of your kubeconfig to run on, for the driver kubernetes
  --kubeconfig F where that is; default what kubectl reads
  --seed N       the seed that decides orders and names; default 1
  --disturbed    on a rough day: events come late, writes fail, controllers are restarted
  --lang LANG    the language of the report: en or ko; default that of the terminal
  --model        run nothing; say what the cluster leaves out of what a real one does
  --tags EXPR    only examples with these tags: @D07, "@D07 or @D19", "not @needs-virtual-time"
  --name REGEXP  only examples whose title fits
  --fail-fast    stop at the first failure
  --dry-run      execute nothing, only see that every step has a phrase

Further options are those of cucumber-js, but for --config and --profile: npx cucumber-js --help
${isPackage() ? `\nOther commands: ${OTHERS.map((name) => typed(name)).join(', ')}; each takes --help.\n` : ''}
Drivers:
${driverList()}
`;

/** What somebody is told who stops a run on a cluster. Workers, which a terminal stops as well, cannot take anything away. */
const stopping = ({ context, run }: Target): string =>
  '\nStopping: the example that runs is ended. Once more ends all at once. What is left behind is deleted by\n' +
  `  ${typed('conformance', `--context ${context} --cleanup ${run}`)}\n`;

/** How a plain run treats a cluster. */
const PLAIN = { mode: 'shared', patience: 65_000, hold: 3000 } as const;

/** Names a run: nobody else has the same name. */
const nameOfRun = (): string => randomBytes(4).readUInt32BE().toString(36).padStart(7, '0');

/** Runs the features, all of them or those named on the command line. */
const start = async (request: Request): Promise<Ending> => {
  if (request.has('--model')) return showGaps(request);
  speak(request.value('--lang'), process.env);
  const seed = request.value('--seed');
  const chosen = chosenRun({
    driver: request.value('--driver'),
    seed: seed === undefined ? undefined : parseSeed(seed, '--seed'),
    disturbed: request.has('--disturbed'),
    ...targetIn(request),
  });
  passOn(chosen);
  passOnSelection([...request.words, ...request.typedAgain(SELECTING_OPTIONS)]);
  const claims = readRegister(process.cwd());
  const { configuration, paths } = await configure(
    request.typedAgain(CUCUMBERS_OPTIONS),
    request.words,
    claims,
  );
  const { formats, runtime } = configuration;
  const reports = new Reports(formats.files);
  reports.discardAtExit();
  passOnReports(reports.formatsByPlace);
  const log = new RunLog();
  // Cucumber looks at its options before each example, and executes nothing of those that begin in a dry run.
  const interruption = new Interruption(() => {
    runtime.dryRun = true;
    if (chosen.target) process.stderr.write(stopping(chosen.target));
  });
  if (chosen.target) interruption.listenAtOnce();
  else interruption.listen();
  const isDry = runtime.dryRun;
  const { success } = await runCucumber(
    { ...configuration, formats: { ...formats, files: { ...reports.formats } } },
    { stderr: withoutParseErrors() },
    (envelope) => log.take(envelope),
    // Cucumber leaves hooks out of a run that was stopped.
  ).finally(() => driverNamed(chosen.driver).end?.());
  const isWhole = extentOf(log.examples()).kind !== 'stopped';
  const written = reports.finish((format) => isWhole || tellsOfStops(format));
  const problems = intakeProblems(log, claims, paths);
  if (problems.length > 0) throw new Refusal(['', ...problems]);
  announce(written, reports.problems);
  const executed = log.examples().filter(({ outcome }) => outcome !== 'skipped');
  const tried = isDry ? log.planned : executed.length;
  return {
    tried,
    failed: success && !log.unmatched ? 0 : 1,
    ...(isWhole ? {} : { code: interruption.code }),
  };
};

/** The cluster that was chosen. Others may use it, too: names are the run's own. @throws Refusal */
const targetIn = (request: Request): Pick<RunOptions, 'target'> => {
  const context = request.value('--context');
  const kubeconfig = request.value('--kubeconfig');
  if (context === undefined) {
    if (kubeconfig !== undefined)
      throw new Refusal(['--kubeconfig needs --context NAME: which cluster of it.']);
    return {};
  }
  const target = { ...PLAIN, context, run: nameOfRun(), ...(kubeconfig === undefined ? {} : { kubeconfig }) };
  return { target };
};

/** Only the living documentation says of a run that it was interrupted; the other reports would pass for those of a whole one. */
const tellsOfStops = (format: string): boolean => format.endsWith('/site.cjs');

/** The page that is made to be read. */
const PAGE = 'index.html';

/** Points readers to the report they can open, and says which they will look for in vain. */
const announce = (written: readonly string[], problems: readonly string[]): void => {
  const page =
    written.find((file) => basename(file) === PAGE) ?? written.find((file) => file.endsWith('.html'));
  if (page) process.stdout.write(`${wordsIn(languageOfRun(process.env)).readIt(page)}\n`);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
};

/** Parse errors are told by the intake, in plain words; Cucumber's own version of them is dropped. */
const withoutParseErrors = (): Writable =>
  new Writable({
    write(chunk, _encoding, done) {
      if (!String(chunk).startsWith('Parse error in ')) process.stderr.write(chunk);
      done();
    },
  });

runCommand(
  { usage, options: [...OWN_OPTIONS, ...CUCUMBERS_OPTIONS], words: [0, Number.POSITIVE_INFINITY] },
  start,
);
