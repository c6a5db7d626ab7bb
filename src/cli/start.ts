import '../project/disk';
import { Writable } from 'node:stream';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { RegisterError } from '../catalogue/register';
import { checkOptions, DriverError, driverList, driverNamed } from '../drivers/drivers';
import { readRegister } from '../project/register';
import { RunLog } from '../run/log';
import { optionsOfRun, passOn, type RunOptions, SeedError } from '../run/options';
import { parseStartArguments } from './support/arguments';
import { explain } from './support/explain';
import { intakeProblems } from './support/intake';
import { checkPaths, spellOut } from './support/paths';

/**
 * Runs the features, all of them or those named on the command line. Arguments that are not Rollcall's are Cucumber's.
 * @returns the exit code: 0 if everything was proven, 1 otherwise
 */
const start = async (argv: readonly string[]): Promise<number> => {
  if (argv.includes('--help') || argv.includes('-h')) return help();
  const { asked, cucumber } = parseStartArguments(argv);
  passOn(choose(asked));
  const claims = readRegister(process.cwd());
  const { useConfiguration, runConfiguration } = await loadConfiguration({ provided: [...cucumber] });
  const missing = checkPaths(useConfiguration.paths, process.cwd());
  if (missing.length > 0) return refuse(missing);

  const log = new RunLog();
  const paths = useConfiguration.paths.map((path) => spellOut(path, process.cwd()));
  const sources = { ...runConfiguration.sources, paths };
  const { success } = await runCucumber(
    { ...runConfiguration, sources },
    { stderr: withoutParseErrors() },
    (envelope) => log.take(envelope),
  );
  const problems = intakeProblems(log, claims, useConfiguration.paths);
  if (problems.length > 0) return refuse(problems);
  announce(Object.keys(runConfiguration.formats.files));
  return success && !log.unmatched ? 0 : 1;
};

/** What the command line asks for and, where it says nothing, the environment. @throws DriverError, SeedError */
const choose = (asked: RunOptions): RunOptions => {
  const otherwise = optionsOfRun();
  const name = asked.driver ?? otherwise.driver;
  const driver = driverNamed(name);
  const disturbed = asked.disturbed || otherwise.disturbed;
  checkOptions(driver, { seed: asked.seed, disturbed });
  return {
    driver: name,
    seed: driver.takes.has('seed') ? (asked.seed ?? otherwise.seed) : undefined,
    disturbed,
  };
};

const USAGE = `Usage: npm start -- [options] [FILE|FOLDER|FILE:LINE]...

Runs all features, or those named, inside or outside features/.

  --driver NAME  what to run them on: one of the drivers below; default in-process
  --seed N       the seed that decides orders and names; default 1
  --disturbed    on a rough day: events come late, writes fail, controllers are restarted
  --tags EXPR    only examples with these tags: @D07, "@D07 or @D19", "not @needs-virtual-time"
  --name REGEXP  only examples whose title fits
  --fail-fast    stop at the first failure
  --dry-run      execute nothing, only see that every step has a phrase

Further options are those of cucumber-js: npx cucumber-js --help

Drivers:
${driverList()}
`;

const help = (): number => {
  process.stdout.write(USAGE);
  return 0;
};

/** Points readers to the report they can open. */
const announce = (files: readonly string[]): void => {
  const page = files.find((file) => file.endsWith('.html'));
  if (page) process.stdout.write(`Every example, step by step: ${page}\n`);
};

const refuse = (problems: readonly string[]): number => {
  process.stderr.write(`\n${problems.join('\n')}\n`);
  return 1;
};

/** Parse errors are told by the intake, in plain words; Cucumber's own version of them is dropped. */
const withoutParseErrors = (): Writable =>
  new Writable({
    write(chunk, _encoding, done) {
      if (!String(chunk).startsWith('Parse error in ')) process.stderr.write(chunk);
      done();
    },
  });

start(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = refuse([
      error instanceof SeedError || error instanceof DriverError || error instanceof RegisterError
        ? error.message
        : explain(error),
    ]);
  },
);
