import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Language } from '../../../language/language';
import { pageWords as words } from '../words';

/** Milliseconds for which it says that it has copied. */
const SAID_FOR = 2500;

/** Copies a text, and says so. */
export const CopyButton = ({
  text,
  language,
}: {
  readonly text: string;
  readonly language: Language;
}): JSX.Element => {
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('notCopied');
    }
    setTimeout(() => setOutcome(undefined), SAID_FOR);
  };
  return (
    <span class="copy">
      <button type="button" onClick={copy}>
        {words.copy[language]}
      </button>
      <span aria-live="polite">{outcome === undefined ? '' : words[outcome][language]}</span>
    </span>
  );
};
