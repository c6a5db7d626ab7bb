import type { InLanguages, Language } from '../../language/language';
import { en, type Words } from './en';
import { ko } from './ko';

const words: InLanguages<Words> = { en, ko };

/** What the report of a run says, in a language. */
export const wordsIn = (language: Language): Words => words[language];
