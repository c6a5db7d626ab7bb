import { parseFeature } from '../catalogue/features';
import type { Claim } from '../catalogue/register';
import { checkIntake } from '../catalogue/rules/intake';
import type { Problem } from '../catalogue/rules/problem';
import { syntaxProblems } from '../catalogue/rules/syntax';
import type { Example } from '../run/example';
import { takeFilesFrom } from '../run/files';
import { RunLog } from '../run/log';
import { passOn } from '../run/options';
import { claimsNamedIn } from './claims';
import { filesFrom, type Texts } from './files';
import { Runner } from './runner';
import type { Library } from './support/library';

export interface PlayOptions {
  /** What the feature is called where its lines are named; its folder is where its files are looked for. */
  readonly uri?: string;
  readonly seed?: number;
  /** A rough day: news come late, and writes fail. */
  readonly disturbed?: boolean;
  /** The files that commands can read. */
  readonly files?: Texts;
  /** Only the example that begins in this line; all if it is left out. */
  readonly line?: number;
  /** The claims that tags may name; any that looks like one if it is left out. */
  readonly claims?: readonly Pick<Claim, 'id'>[];
}

/** What came of playing a feature. */
export interface Played {
  /** Why nothing was played: what is wrong with the feature as it is written. */
  readonly problems: readonly Problem[];
  readonly examples: readonly Example[];
}

/** What a feature is called that has no file. */
export const DEFAULT_URI = 'playground.feature';

/**
 * Plays a feature without Cucumber, and as Cucumber would: its examples one after the other, each on a cluster of its own. Only
 * one feature is played at a time, for what a run is asked for is shared by all steps.
 */
export const play = async (text: string, library: Library, options: PlayOptions = {}): Promise<Played> => {
  const { uri = DEFAULT_URI, seed = 1, disturbed = false, files = {}, claims, line } = options;
  const { documents, pickles, errors } = parseFeature(text, uri);
  const [document] = documents;
  const problems =
    errors.length > 0 || !document
      ? syntaxProblems(errors)
      : checkIntake(document, claims ?? claimsNamedIn(document));
  if (problems.length > 0 || !document) return { problems, examples: [] };
  passOn({ seed, disturbed });
  takeFilesFrom(filesFrom(files));
  const log = new RunLog();
  const tell = (envelope: Parameters<RunLog['take']>[0]) => log.take(envelope);
  tell({ gherkinDocument: document });
  const meant = pickles.filter(({ location }) => line === undefined || location?.line === line);
  for (const pickle of meant) {
    tell({ pickle });
    await new Runner(library, { document, pickle }, tell).run();
  }
  return { problems: [], examples: log.examples() };
};
