import type { Programme } from '../../conformance/plan';
import { durationText } from '../../conformance/progress/words';
import type { Rehearsal } from '../../conformance/rehearsal/rehearsal';
import { rehearse } from '../../conformance/rehearsal/rehearse';
import { profileOf } from '../../conformance/report/profiles';
import type { ProfileName } from '../../conformance/report/report';
import { readRegister } from '../../project/register';
import { RunLog } from '../../run/log';
import type { Request } from '../support/arguments';
import { configure, type FeatureRun } from '../support/configuration';
import { intakeProblems } from '../support/intake';
import { Refusal } from '../support/refusal';
import { CHOOSING } from './options';

/** Which examples were chosen. */
export interface Chosen {
  readonly features: FeatureRun;
  readonly claims: Programme['claims'];
  readonly selection: readonly string[];
}

/** Reads which examples are chosen. @throws Refusal if a path leads nowhere, or a tag means nothing */
export const chosenBy = async (request: Request): Promise<Chosen> => {
  const claims = readRegister(process.cwd());
  const options = request.typedAgain(CHOOSING);
  const features = await configure(options, request.words, claims);
  return { features, claims, selection: [...options, ...request.words] };
};

const needsOf = (tags: readonly string[]): readonly string[] =>
  tags.flatMap((tag) => (tag.startsWith('needs-') ? [tag.slice('needs-'.length)] : []));

/** The examples of a profile, as paths that Cucumber takes: `features/x.feature:12:40`. */
const pathsOf = ({ examples }: Rehearsal, profile: ProfileName): string[] => {
  const lines = new Map<string, string[]>();
  for (const { location, tags, modelTime } of examples) {
    if (profileOf(needsOf(tags), modelTime / 1000) !== profile) continue;
    const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(location) ?? [];
    lines.set(file, [...(lines.get(file) ?? []), line]);
  }
  return [...lines].map(([file, all]) => [file, ...all].join(':'));
};

/**
 * Tries the chosen examples in process, and leaves out those of other profiles.
 * @throws Refusal if there is something wrong with the features, or nothing is left
 */
export const rehearsed = async (
  programme: Programme,
  { features, claims }: Chosen,
  profile: ProfileName | undefined,
): Promise<{ readonly programme: Programme; readonly rehearsal: Rehearsal }> => {
  const began = performance.now();
  process.stdout.write('Trying the examples in process first, to know how long each will take.\n');
  const rehearsal = await rehearse(programme);
  const log = new RunLog();
  for (const message of rehearsal.messages) log.take(message);
  const problems = intakeProblems(log, claims, features.paths);
  if (problems.length > 0) throw new Refusal([...problems]);
  process.stdout.write(
    `${rehearsal.examples.length} tried, in ${durationText(performance.now() - began)}.\n\n`,
  );
  if (profile === undefined) return { programme, rehearsal };
  const paths = pathsOf(rehearsal, profile);
  if (paths.length === 0)
    throw new Refusal([`No example that was chosen belongs to the profile ${profile}.`]);
  const { configuration } = programme;
  const narrowed = {
    ...programme,
    selection: [...programme.selection, '--profile', profile],
    configuration: {
      ...configuration,
      sources: { ...configuration.sources, paths, names: [], tagExpression: '' },
    },
  };
  return { programme: narrowed, rehearsal: await rehearse(narrowed) };
};
