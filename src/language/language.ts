/** The languages that Rollcall's readers may choose from. */
export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];

/** The same in every language: a sentence, or a function that makes one. */
export type InLanguages<T = string> = Readonly<Record<Language, T>>;

/** The languages by their own names. */
export const namesOfLanguages: InLanguages = { en: 'English', ko: '한국어' };
