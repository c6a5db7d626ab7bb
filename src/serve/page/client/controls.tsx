import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Language } from '../../../language/language';
import { durationInWords } from '../../../report/site/components/duration';
import type { ClockView } from '../view';
import { pageWords as words } from '../words';
import { changeClock, step } from './requests';

const STEPS = [1, 10, 60];
const SPEEDS = [1, 10, 60];

interface Props {
  readonly clock: ClockView;
  readonly token: string | undefined;
  readonly language: Language;
}

/** Pauses the clock, steps it, and has it go faster: by the cluster's own API, as any client does. */
export const Controls = ({ clock, token, language }: Props): JSX.Element => {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const attempt = async (deed: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    await deed().catch((error: Error) => setProblem(error.message));
    setBusy(false);
  };
  const { paused, speed } = clock;
  const stepBy = (spec: Parameters<typeof step>[0], text: string): JSX.Element => (
    <button type="button" key={text} aria-disabled={isBusy} onClick={() => attempt(() => step(spec, token))}>
      {text}
    </button>
  );
  return (
    <div class="controls">
      <button
        type="button"
        class="main"
        aria-disabled={isBusy}
        onClick={() => attempt(() => changeClock({ paused: !paused }, token))}
      >
        {paused ? words.goOn[language] : words.pause[language]}
      </button>
      <fieldset>
        <legend>{words.step[language]}</legend>
        {STEPS.map((seconds) =>
          stepBy({ duration: `${seconds}s` }, durationInWords(seconds * 1000, language)),
        )}
        {stepBy({ untilQuiet: true }, words.untilQuiet[language])}
      </fieldset>
      <fieldset>
        <legend>{words.speed[language]}</legend>
        {SPEEDS.map((each) => (
          <button
            type="button"
            key={each}
            aria-pressed={each === speed}
            aria-disabled={isBusy}
            onClick={() => attempt(() => changeClock({ speed: each }, token))}
          >
            {each}×
          </button>
        ))}
      </fieldset>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </div>
  );
};
