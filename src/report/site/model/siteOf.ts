import type { Form } from '../../../catalogue/phrases/form';
import { legendOf } from '../../../catalogue/phrases/parameters';
import { phrasesOf } from '../../../catalogue/phrases/phrase';
import type { Question } from '../../../catalogue/questions';
import type { Claim } from '../../../catalogue/register';
import { AstIndex } from '../../../run/ast';
import type { RunLog } from '../../../run/log';
import { judge } from '../../verdicts';
import { lineAddress } from './addresses';
import { claimsOf } from './claims';
import { withEditions } from './editions';
import { withFailures } from './failure';
import { featuresOf } from './features';
import { phraseGroups } from './phrases';
import { questionsOf } from './questions';
import { type AboutRun, runFactsOf } from './runFacts';
import type { Site } from './site';

/** What the page is made of besides the messages of the run. */
export interface SiteOptions extends AboutRun {
  readonly claims: readonly Claim[];
  readonly questions: readonly Question[];
  /** What tables below phrases look like, by the ids of their step definitions. */
  readonly forms: ReadonlyMap<string, Form>;
  /** The patterns of English phrases that there are in Korean, too. */
  readonly translated: ReadonlySet<string>;
}

/** Everything the page says, from what happened in a run. */
export const siteOf = (log: RunLog, options: SiteOptions): Site => {
  const examples = log.examples();
  const features = withFailures(withEditions(featuresOf(log.documents, examples)), options.options);
  const claims = claimsOf(judge(options.claims, examples), features);
  const phrases = log.undefinedParameterTypes.length > 0 ? [] : phrasesOf(log, options.forms);
  const ast = new AstIndex();
  for (const document of log.documents) ast.add(document);
  return {
    run: runFactsOf(log, examples, options),
    claims,
    questions: questionsOf(options.questions, claims, features),
    features,
    phrases: phraseGroups(phrases, {
      examples,
      translated: options.translated,
      pickles: log.pickles(),
      placeOf: (pickle) => ({
        feature: ast.headingsOf(pickle).feature,
        address: lineAddress(pickle.uri, ast.lineOf(pickle)),
      }),
    }),
    legend: legendOf(phrases),
  };
};
