import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Scene } from '../../../../film/scene';
import { changeInWords, sceneInWords } from '../../../../film/words';
import type { Language } from '../../../../language/language';
import { durationInWords } from '../../components/duration';
import type { Manner } from '../../components/manner';
import { marksOf } from '../../components/marks';
import type { Moment } from '../../components/panels';
import { Picture } from '../../components/picture';
import { linkTo } from '../../model/addresses';
import { momentWords } from '../../words/moments';

export interface MomentsProps {
  /** The address of the panel: each moment has one below it. */
  readonly address: string;
  /** All moments of the panel; at least one. */
  readonly moments: readonly Moment[];
  /** What was to be seen before. */
  readonly before: Scene;
  readonly manner: Manner;
  readonly language: Language;
  /** Which one is shown first, from 1. */
  readonly first: number;
}

/** The moments of a panel, one at a time: a slider, back and forward. Nothing plays by itself. */
export const Moments = ({ address, moments, before, manner, language, first }: MomentsProps): JSX.Element => {
  const last = moments.length;
  const within = (place: number): number => Math.min(Math.max(place, 1), last);
  const [place, setPlace] = useState(within(first));
  const moment = moments[place - 1];
  if (!moment) return <p />;
  const earlier = moments[place - 2]?.scene ?? before;
  const isFirst = earlier.nodes.length + earlier.pods.length === 0;
  const says = isFirst
    ? sceneInWords(moment.scene, language)
    : changeInWords(earlier, moment.scene, language);
  const where = momentWords.of[language](place, last);
  const when = momentWords.at[language](durationInWords(moment.at, language));
  const go = (to: number, sign: string, name: string): JSX.Element => (
    <button
      type="button"
      aria-label={name}
      disabled={within(to) === place}
      onClick={() => setPlace(within(to))}
    >
      {sign}
    </button>
  );
  return (
    <>
      <Picture
        scene={moment.scene}
        marks={marksOf(isFirst ? moment.scene : earlier, moment.scene)}
        manner={manner}
        language={language}
      />
      <div class="ctl">
        {go(place - 1, '‹', momentWords.back[language])}
        <input
          type="range"
          min={1}
          max={last}
          value={place}
          aria-label={momentWords.moment[language]}
          aria-valuetext={`${where}, ${when}`}
          onInput={({ currentTarget }) => setPlace(within(Number(currentTarget.value)))}
        />
        {go(place + 1, '›', momentWords.forward[language])}
      </div>
      <p class="at">
        {where} · {when} <a href={linkTo(`${address}/${place}`)}>{momentWords.link[language]}</a>
      </p>
      <p class="says" aria-live="polite">
        {says}
      </p>
    </>
  );
};
