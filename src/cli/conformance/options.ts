import { type ProfileName, profileNames } from '../../conformance/report/report';
import type { Target } from '../../port/target';
import type { OptionFlags, Request } from '../support/arguments';
import { Refusal } from '../support/refusal';
import { durationIn } from './durations';

/** Options that choose examples, as Cucumber reads them. */
export const CHOOSING: readonly OptionFlags[] = ['-t, --tags <EXPR>', '--name <REGEXP>'];

export const CONFORMANCE_FLAGS: readonly OptionFlags[] = [
  '--context <NAME>',
  '--kubeconfig <FILE>',
  '--yes',
  '--parallel <N>',
  '--exclusive',
  '--shared',
  '--patience <TIME>',
  '--hold <TIME>',
  '--profile <NAME>',
  '--run <NAME>',
  '--allow-foreign-pods',
  '--fail-fast',
  '--resume',
  '--cleanup [RUN]',
  '--release-finalizers',
  '--lang <LANGUAGE>',
  ...CHOOSING,
];

/** What the command line asks for. What it leaves open follows from the cluster, or from the run that is resumed. */
export interface Asked {
  readonly context: string;
  readonly kubeconfig: string | undefined;
  /** Consents to what is going to be done, whatever it is. */
  readonly consents: boolean;
  readonly parallel: number;
  readonly mode: Target['mode'] | undefined;
  /** Milliseconds. */
  readonly patience: number | undefined;
  readonly hold: number | undefined;
  readonly profile: ProfileName | undefined;
  readonly run: string | undefined;
  readonly allowsForeignPods: boolean;
  readonly failFast: boolean;
  readonly resumes: boolean;
}

/** What is asked to be cleaned up. */
export interface CleanUpAsked {
  /** Undefined for every run. */
  readonly run: string | undefined;
  readonly releases: boolean;
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;
/** Names of examples tell so many workers apart. */
const MOST_PARALLEL = 32;

/** Where neither the command line nor a run that is resumed says anything. */
export const PATIENCE = 65 * SECOND;
export const HOLD = 3 * SECOND;

const parallelIn = (request: Request): number => {
  const text = request.value('--parallel') ?? '1';
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > MOST_PARALLEL)
    throw new Refusal([
      `--parallel is "${text}". It takes a whole number from 1 to ${MOST_PARALLEL}, like 8.`,
    ]);
  return number;
};

const modeIn = (request: Request, parallel: number): Target['mode'] | undefined => {
  const [exclusive, shared] = [request.has('--exclusive'), request.has('--shared')];
  if (exclusive && shared)
    throw new Refusal(['--exclusive and --shared: a cluster is used in one way or the other.']);
  if (exclusive && parallel > 1)
    throw new Refusal([
      `--exclusive runs one example at a time: their nodes have the same names. Leave out --parallel ${parallel}, or --exclusive.`,
    ]);
  return exclusive ? 'exclusive' : shared ? 'shared' : undefined;
};

const RUN = /^[a-z0-9]{1,8}$/;

const checkedRun = (option: string, text: string | undefined): string | undefined => {
  if (text !== undefined && !RUN.test(text))
    throw new Refusal([
      `${option} ${text}: the name of a run has lower-case letters and digits, and at most 8 of them.`,
    ]);
  return text;
};

const profileIn = (request: Request): ProfileName | undefined => {
  const text = request.value('--profile');
  if (text === undefined) return undefined;
  const found = profileNames.find((name) => name === text);
  if (!found) throw new Refusal([`There is no profile "${text}". There are: ${profileNames.join(', ')}.`]);
  return found;
};

/** @throws Refusal */
export const askedIn = (request: Request): Asked => {
  const context = request.value('--context');
  if (!context)
    throw new Refusal([
      'Say which cluster, with --context NAME: nothing is done to one that is not named. kubectl config get-contexts lists them.',
    ]);
  const parallel = parallelIn(request);
  return {
    context,
    kubeconfig: request.value('--kubeconfig'),
    consents: request.has('--yes'),
    parallel,
    mode: modeIn(request, parallel),
    patience: durationIn(request, '--patience', [SECOND, DAY], '65s, 10m, 1h'),
    hold: durationIn(request, '--hold', [0, 10 * 60 * SECOND], '3s'),
    profile: profileIn(request),
    run: checkedRun('--run', request.value('--run')),
    allowsForeignPods: request.has('--allow-foreign-pods'),
    failFast: request.has('--fail-fast'),
    resumes: request.has('--resume'),
  };
};

/** @returns undefined if nothing is to be cleaned up @throws Refusal */
export const cleanUpIn = (request: Request): CleanUpAsked | undefined => {
  const releases = request.has('--release-finalizers');
  if (!request.has('--cleanup')) {
    if (releases) throw new Refusal(['--release-finalizers belongs to --cleanup.']);
    return undefined;
  }
  const [word] = request.words;
  if (word !== undefined)
    throw new Refusal([
      `${word}: with --cleanup nothing is run. It takes the name of a run, or none for all.`,
    ]);
  return { run: checkedRun('--cleanup', request.value('--cleanup')), releases };
};
