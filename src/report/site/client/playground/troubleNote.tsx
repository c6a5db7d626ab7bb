import type { JSX } from 'preact';
import type { Language } from '../../../../language/language';
import { linkTo } from '../../model/addresses';
import { playgroundWords as words } from '../../words/playground';
import { shownText } from '../shownText';
import { NoExample } from './brought';

interface Props {
  /** Why the address brought nothing. */
  readonly trouble: unknown;
  readonly language: Language;
}

const titleOf = (feature: string, language: Language): string => {
  const heading = document.getElementById(feature)?.querySelector('h1');
  return heading ? shownText(heading, language) : feature;
};

/** Says why the address brought nothing, and where what was meant may be. */
export const TroubleNote = ({ trouble, language }: Props): JSX.Element => {
  if (!(trouble instanceof NoExample)) return <p>{words.linkBroken[language]}</p>;
  const { address, feature } = trouble;
  return (
    <p>
      {words.noExample[language](address)}
      {feature !== undefined && (
        <>
          {' '}
          {words.itsFeature[language]} <a href={linkTo(feature)}>{titleOf(feature, language)}</a>
        </>
      )}
    </p>
  );
};
