import type { VNode } from 'preact';
import { type InLanguages, languages } from '../../../language/language';

/** A text of ours in every language, of which the style shows the one that is chosen. */
export const Said = ({ in: texts }: { readonly in: InLanguages }): VNode => (
  <>
    {languages.map((language) => (
      <span class="t" lang={language} key={language}>
        {texts[language]}
      </span>
    ))}
  </>
);

/** A text in the languages that it is there in; where one lacks, the English one stands, and is marked as English. */
export const SaidWhere = ({
  in: texts,
}: {
  readonly in: Partial<InLanguages> & { readonly en: string };
}): VNode =>
  texts.ko === undefined ? <span lang="en">{texts.en}</span> : <Said in={{ en: texts.en, ko: texts.ko }} />;

/**
 * The name of an element that has no text of its own, for whoever listens. Attributes hold one language: the script puts
 * the other in its place.
 */
export const named = (texts: InLanguages) => ({ 'aria-label': texts.en, 'data-label-ko': texts.ko });
