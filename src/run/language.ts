import { type Language, languages } from '../language/language';
import { isLanguage, languageOfLocale } from '../language/locale';

type Environment = Record<string, string | undefined>;

const VARIABLE = 'ROLLCALL_LANG';

/** A language that we do not speak; `message` says which there are. */
export class LanguageError extends Error {}

/** Reads a language as people type it. @param origin where it stands, for the error: `--lang` @throws LanguageError */
export const parseLanguage = (text: string, origin: string): Language => {
  if (!isLanguage(text))
    throw new LanguageError(`${origin} is "${text}". Choose one of: ${languages.join(', ')}.`);
  return text;
};

/** The language that a run reports in: the one that was asked for, or that of the terminal. @throws LanguageError */
export const languageOfRun = (env: Environment): Language => {
  const asked = env[VARIABLE];
  return asked ? parseLanguage(asked, VARIABLE) : languageOfLocale(env);
};

/** Has reports speak the language that was asked for; if none was, that of the terminal. @throws LanguageError */
export const speak = (asked: string | undefined, env: Environment): void => {
  if (asked !== undefined) env[VARIABLE] = parseLanguage(asked, '--lang');
};
