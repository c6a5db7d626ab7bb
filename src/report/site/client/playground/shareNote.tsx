import type { JSX } from 'preact';
import type { Language } from '../../../../language/language';
import { playgroundWords as words } from '../../words/playground';
import { pack, type Shared } from './share';

/** A link that was made, and whether it could be copied; pages from a disk may not be allowed to. */
export interface SharedLink {
  readonly address: string;
  readonly isCopied: boolean;
}

/** Makes a link of a text, and copies it. */
export const share = async (shared: Shared): Promise<SharedLink> => {
  const address = `${location.href.replace(/#.*$/, '')}#play=${await pack(shared)}`;
  try {
    await navigator.clipboard.writeText(address);
    return { address, isCopied: true };
  } catch {
    return { address, isCopied: false };
  }
};

/** Says that a link is copied; where it could not be, shows it to be copied by hand. */
export const ShareNote = ({
  link: { address, isCopied },
  language,
}: {
  readonly link: SharedLink;
  readonly language: Language;
}): JSX.Element =>
  isCopied ? (
    <p>{words.shared[language]}</p>
  ) : (
    <label>
      {words.shareByHand[language]}
      <input readOnly value={address} onFocus={({ currentTarget }) => currentTarget.select()} />
    </label>
  );
