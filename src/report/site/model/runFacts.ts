import { driverNamed } from '../../../drivers/drivers';
import { KUBERNETES } from '../../../kubernetes/release';
import { typed } from '../../../run/calledAs';
import { toldOf } from '../../../run/editions';
import { type Example, isBroken } from '../../../run/example';
import { extentOf } from '../../../run/extent';
import type { RunLog } from '../../../run/log';
import { flagsOf, type RunOptions } from '../../../run/options';
import { shellWord } from '../../../run/selection';
import { readAssertion } from '../../comparison';
import type { RunFacts } from './site';

/** What is known of a run besides its messages. */
export interface AboutRun {
  readonly options: RunOptions;
  /** The words that chose what was run; none if it was everything. */
  readonly selection: readonly string[];
  /** The version of Rollcall. */
  readonly version: string;
  /** Of a run on a cluster that exists, what was asked of it and typed. */
  readonly conformance?: {
    /** `v1.36.2` */
    readonly kubernetes: string;
    /** `openshift` */
    readonly distribution: string;
    /** The command that runs the same again. */
    readonly again: string;
  };
  /** The names of other reports of the same run. */
  readonly beside: readonly string[];
  /** Milliseconds since 1970: of a run that began with nothing, and so sent no message. */
  readonly now: number;
}

export const runFactsOf = (log: RunLog, examples: readonly Example[], about: AboutRun): RunFacts => {
  const { options, selection, version, beside, now, conformance } = about;
  const { name, description, gaps } = driverNamed(options.driver);
  const isModel = gaps !== undefined;
  return {
    driver: name,
    description,
    isModel,
    context: options.target?.context,
    distribution: conformance?.distribution,
    kubernetes: isModel ? KUBERNETES.gitVersion : conformance?.kubernetes,
    rollcall: version,
    seed: options.seed,
    disturbed: options.disturbed,
    began: log.began || now,
    elapsed: log.elapsed,
    planned: log.planned,
    told: toldOf(examples.filter(({ outcome }) => outcome !== 'skipped')),
    passed: examples.filter(({ outcome }) => outcome === 'passed').length,
    broken: examples.filter(isBroken).length,
    skipped: examples.filter(isSkipped).length,
    unsure: examples.filter(({ unsure }) => unsure !== undefined).length,
    extent: extentOf(examples),
    problems: problemsIn(log),
    again:
      conformance?.again ?? typed('start', `${selection.map(shellWord).join(' ')}${flagsOf(options)}`.trim()),
    beside,
  };
};

/** Its turn came, and it was left out. */
const isSkipped = ({ outcome, isUnreached, unsure }: Example): boolean =>
  outcome === 'skipped' && !isUnreached && unsure === undefined;

const problemsIn = ({ parseErrors, runFailures, undefinedParameterTypes }: RunLog): readonly string[] => [
  ...parseErrors.map(({ source, message }) => `${source.uri}: ${message}`),
  ...runFailures.map(({ message = '' }) => readAssertion(message).sentence),
  ...undefinedParameterTypes.map(
    ({ expression, name }) => `The phrase "${expression}" speaks of {${name}}, which is no parameter.`,
  ),
];
