import { type Language, languages } from '../../../language/language';
import { all } from './elements';

const KEY = 'rollcall-language';

const isLanguage = (text: string | null | undefined): text is Language =>
  languages.some((each) => each === text);

/** What was chosen here before; browsers may keep nothing of pages from a disk. */
const remembered = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

const remember = (language: Language): void => {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The address remembers it as well.
  }
};

/** The language of the address, of the last visit, or of the browser. */
export const chosenLanguage = (ofAddress: string | undefined): Language => {
  if (isLanguage(ofAddress)) return ofAddress;
  const before = remembered();
  if (isLanguage(before)) return before;
  return navigator.language.startsWith('ko') ? 'ko' : 'en';
};

/** The language that the page is shown in. */
export const currentLanguage = (): Language => (document.documentElement.lang === 'ko' ? 'ko' : 'en');

const translated = [
  ['aria-label', 'label'],
  ['placeholder', 'placeholder'],
] as const;

/** Texts that stand in attributes, and in options, which hold one language at a time: `data-label-ko`, `data-label-en`. */
const swapAttributes = (language: Language): void => {
  for (const [attribute, name] of translated)
    for (const element of all(`[data-${name}-ko]`)) {
      element.dataset[`${name}En`] ??= element.getAttribute(attribute) ?? '';
      element.setAttribute(attribute, element.dataset[language === 'ko' ? `${name}Ko` : `${name}En`] ?? '');
    }
  for (const option of all('[data-text-ko]')) {
    option.dataset.textEn ??= option.textContent ?? '';
    option.textContent = option.dataset[language === 'ko' ? 'textKo' : 'textEn'] ?? '';
  }
};

/** Shows the page in a language. */
export const showIn = (language: Language): void => {
  if (document.documentElement.lang === language && document.documentElement.dataset.shown) return;
  document.documentElement.lang = language;
  document.documentElement.dataset.shown = 'yes';
  remember(language);
  swapAttributes(language);
  for (const button of all('button[data-language]'))
    button.setAttribute('aria-pressed', String(button.dataset.language === language));
};
