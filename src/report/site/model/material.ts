import { usagesOf } from '../../../catalogue/phrases/example';
import type { Phrase } from '../../../catalogue/phrases/phrase';
import { entriesOf } from '../../../play/entries';
import { manifestsOf } from '../../../play/manifests';
import type { Material } from '../../../play/material';
import type { Example } from '../../../run/example';
import { readFile } from '../../../run/files';
import type { RunLog } from '../../../run/log';
import type { RunOptions } from '../../../run/options';
import { featureAddress } from './addresses';
import { phrasesAsRun } from './phrases';

/** What the playground of a page is given, of what happened in a run: so that any of its examples can be played again. */
export const materialOf = (
  log: RunLog,
  examples: readonly Example[],
  phrases: readonly Phrase[],
  { seed = 1, disturbed }: RunOptions,
): Material => {
  const pickles = log.pickles();
  const asRun = phrasesAsRun(phrases, examples);
  const phraseOf = (text: string) => asRun(text) ?? phrases.find(({ expression }) => expression.match(text));
  const tried = new Set(examples.map(({ uri }) => uri));
  return {
    run: { seed, disturbed },
    phrases: entriesOf(phrases, usagesOf(phrases, pickles, phraseOf)),
    sources: Object.fromEntries(
      [...log.sources]
        .filter(([uri]) => tried.has(uri))
        .map(([uri, text]) => {
          const files = manifestsOf(
            pickles.filter((pickle) => pickle.uri === uri),
            readFile,
          );
          return [featureAddress(uri), { uri, text, ...(Object.keys(files).length > 0 ? { files } : {}) }];
        }),
    ),
  };
};
