import type { GherkinDocument } from '@cucumber/messages';
import type { Claim } from '../register';
import { checkColumns } from './columns';
import { checkEmpty } from './empty';
import { checkLetters } from './letters';
import type { Problem } from './problem';
import { checkPromises } from './promise';
import { checkTags } from './tags';

/** What every feature is held to before it is run, whoever wrote it: else an example passes that tries nothing. */
export const checkIntake = (
  document: GherkinDocument,
  claims: readonly Pick<Claim, 'id'>[],
): readonly Problem[] => [
  ...checkEmpty(document),
  ...checkColumns(document),
  ...checkLetters(document),
  ...checkPromises(document),
  ...checkTags(document, claims),
];
