import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../../language/language';
import { currentLanguage } from '../languages';

/** The language that the page is shown in, also when the reader chooses the other one. */
export const useLanguage = (): Language => {
  const [language, setLanguage] = useState(currentLanguage());
  useEffect(() => {
    const observer = new MutationObserver(() => setLanguage(currentLanguage()));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    return () => observer.disconnect();
  }, []);
  return language;
};
