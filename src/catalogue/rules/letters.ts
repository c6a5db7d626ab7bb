import type { GherkinDocument } from '@cucumber/messages';
import { rulesOf, scenariosOf, textsOf } from './outline';
import type { Problem } from './problem';

/** What stands for bytes that are no letter in UTF-8. */
const UNREADABLE = '\uFFFD';

/** Features with letters in another encoding: names in them would not be those that are meant. */
export const checkLetters = (document: GherkinDocument): readonly Problem[] => {
  const texts = [
    document.feature?.name ?? '',
    ...rulesOf(document).map(({ name }) => name),
    ...scenariosOf(document).flatMap(({ scenario }) => textsOf(scenario)),
  ];
  const unreadable = texts.find((text) => text.includes(UNREADABLE));
  return unreadable === undefined
    ? []
    : [
        {
          file: document.uri ?? '',
          what: `A letter of this file cannot be read: "${unreadable}". It is not written in UTF-8.`,
          mend: 'Save it again, with the encoding UTF-8.',
        },
      ];
};
