import type { Language } from '../../../language/language';
import { all } from './elements';

/** The text of a heading in a language: it holds both, where it is ours. */
export const shownText = (heading: Element, language: Language): string => {
  const own = all(`.t[lang="${language}"]`, heading).map(({ textContent }) => textContent);
  return (own.length > 0 ? own.join(' ') : (heading.textContent ?? '')).trim();
};
