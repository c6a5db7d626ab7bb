import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Scene } from '../../../../film/scene';
import { changeInWords, sceneInWords } from '../../../../film/words';
import type { Language } from '../../../../language/language';
import type { ExampleShown } from '../../../../play/outcome';
import { durationInWords } from '../../components/duration';
import { mannerOf } from '../../components/manner';
import { marksOf, NO_MARKS } from '../../components/marks';
import { Picture } from '../../components/picture';
import { playgroundWords as words } from '../../words/playground';
import { momentsOf } from './moments';
import { StepList } from './stepList';

interface Props {
  readonly example: ExampleShown;
  readonly language: Language;
}

/** An example that was played: its steps, and the cluster at any moment of it, back and forward. */
export const Stage = ({ example, language }: Props): JSX.Element => {
  const moments = useMemo(() => momentsOf(example), [example]);
  const manner = useMemo(() => mannerOf(moments.map(({ scene }) => scene)), [moments]);
  const [at, setAt] = useState(moments.length - 1);
  useEffect(() => setAt(moments.length - 1), [moments]);
  const moment = moments[Math.min(at, moments.length - 1)];
  const go = (to: number): void => setAt(Math.max(0, Math.min(moments.length - 1, to)));
  const goToStep = (step: number): void => {
    const found = moments.findLastIndex((each) => each.step === step);
    if (found >= 0) go(found);
  };
  return (
    <div class="stage">
      <StepList steps={example.steps} at={moment?.step} onChoose={goToStep} language={language} />
      {moment ? (
        <div class="seen">
          <fieldset class="moments">
            <legend class="hidden">{words.moment[language]}</legend>
            <Go to={words.first[language]} sign="«" isOff={at <= 0} onGo={() => go(0)} />
            <Go to={words.back[language]} sign="‹" isOff={at <= 0} onGo={() => go(at - 1)} />
            <input
              type="range"
              min={0}
              max={moments.length - 1}
              value={at}
              aria-label={words.moment[language]}
              aria-valuetext={words.momentOf[language](at + 1, moments.length)}
              onInput={({ currentTarget }) => go(Number(currentTarget.value))}
            />
            <Go
              to={words.forward[language]}
              sign="›"
              isOff={at >= moments.length - 1}
              onGo={() => go(at + 1)}
            />
            <Go
              to={words.last[language]}
              sign="»"
              isOff={at >= moments.length - 1}
              onGo={() => go(moments.length - 1)}
            />
          </fieldset>
          <p class="when">
            {words.momentOf[language](at + 1, moments.length)} · {durationInWords(moment.at, language)}
          </p>
          <p class="as" aria-live="polite">
            {isEmpty(moment.before)
              ? sceneInWords(moment.scene, language)
              : changeInWords(moment.before, moment.scene, language)}
          </p>
          <Picture
            scene={moment.scene}
            marks={isEmpty(moment.before) ? NO_MARKS : marksOf(moment.before, moment.scene)}
            manner={manner}
            language={language}
          />
        </div>
      ) : (
        <p class="as">{words.nothingPictured[language]}</p>
      )}
    </div>
  );
};

const isEmpty = ({ nodes, pods }: Scene): boolean => nodes.length + pods.length === 0;

interface GoProps {
  readonly to: string;
  readonly sign: string;
  readonly isOff: boolean;
  readonly onGo: () => void;
}

/** It stays where the focus is, also at an end: who is there must not be thrown out. */
const Go = ({ to, sign, isOff, onGo }: GoProps): JSX.Element => (
  <button type="button" aria-label={to} title={to} aria-disabled={isOff} onClick={() => isOff || onGo()}>
    {sign}
  </button>
);
