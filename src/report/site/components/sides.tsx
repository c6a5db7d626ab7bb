import type { VNode } from 'preact';
import { type InLanguages, type Language, languages } from '../../../language/language';
import { linkTo } from '../model/addresses';
import type { Side } from '../model/sides';
import { claimWords } from '../words/claims';
import { ExampleStrip } from './exampleStrip';
import { Said } from './said';

interface Props {
  readonly english: readonly Side[];
  /** The same in Korean; empty where no feature tells it. */
  readonly korean: readonly Side[];
}

/** What shows a claim: its two sides or other examples beside each other, in the language of the reader where there are any in it. */
export const Sides = ({ english, korean }: Props): VNode => {
  if (english.length + korean.length === 0)
    return (
      <p class="untold">
        <Said in={claimWords.none} />
      </p>
    );
  const editions: InLanguages<readonly Side[]> = { en: english, ko: korean };
  const isOne = english.length === 0 || korean.length === 0;
  return (
    <>
      <h2>
        <Said in={areSides(english) || areSides(korean) ? claimWords.sides : claimWords.shown} />
      </h2>
      {languages.map((language) =>
        editions[language].length === 0 ? null : (
          <div class={isOne ? 'sides' : 'sides edition'} lang={language} key={language}>
            {editions[language].map((side) => (
              <SideBox side={side} language={language} isForAll={isOne} key={side.entry.address} />
            ))}
          </div>
        ),
      )}
    </>
  );
};

/** Only the register says what two sides there are; other examples stand for themselves. */
const areSides = (shown: readonly Side[]): boolean =>
  shown.length > 1 && shown.every(({ says }) => says !== undefined);

interface SideProps {
  readonly side: Side;
  readonly language: Language;
  /** There is no other edition, so readers of both languages see this one. */
  readonly isForAll: boolean;
}

const SideBox = ({ side, language, isForAll }: SideProps): VNode => {
  const { says, rule, entry } = side;
  const title = says?.[language] ?? rule.rule.title ?? rule.feature.title;
  return (
    <section>
      <h3>{says && isForAll ? <Said in={says} /> : title}</h3>
      <p>
        <a href={linkTo(entry.address)}>{entry.example.name}</a>
      </p>
      <ExampleStrip of={entry} language={language} isCopy />
    </section>
  );
};
