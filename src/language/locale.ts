import { type Language, languages } from './language';

type Environment = Readonly<Record<string, string | undefined>>;

/** The first of them that is set decides which language a terminal speaks, as POSIX has it. */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'];

export const isLanguage = (text: string): text is Language => languages.some((language) => language === text);

/** The language of a terminal: `ko` for `ko_KR.UTF-8`; English where we do not speak that of its user. */
export const languageOfLocale = (env: Environment): Language => {
  const locale = VARIABLES.map((name) => env[name]).find((value) => value) ?? '';
  const language = locale.split(/[_.@-]/)[0]?.toLowerCase() ?? '';
  return isLanguage(language) ? language : 'en';
};
