import type { JSX } from 'preact';
import type { Language } from '../../../../language/language';
import { playgroundWords as words } from '../../words/playground';

interface Props {
  readonly seed: number;
  readonly disturbed: boolean;
  readonly isRunning: boolean;
  /** There is a run in the report to compare with. */
  readonly canReplay: boolean;
  readonly onSeed: (seed: number) => void;
  readonly onDisturbed: (disturbed: boolean) => void;
  readonly onPlay: () => void;
  readonly onStop: () => void;
  readonly onReplay: () => void;
  readonly onShare: () => void;
  readonly language: Language;
}

/** What can be done with the text, and under which seed. */
export const Controls = (props: Props): JSX.Element => {
  const { seed, disturbed, isRunning, canReplay, language } = props;
  return (
    <div class="controls">
      <button
        type="button"
        class="main"
        aria-keyshortcuts="Control+Enter"
        onClick={isRunning ? props.onStop : props.onPlay}
      >
        {isRunning ? (
          words.stop[language]
        ) : (
          <>
            <span aria-hidden="true">▶ </span>
            {words.play[language]}
          </>
        )}
      </button>
      {canReplay && (
        <button type="button" aria-disabled={isRunning} onClick={() => isRunning || props.onReplay()}>
          {words.replay[language]}
        </button>
      )}
      <label>
        {words.seed[language]}
        <input
          type="number"
          min={1}
          step={1}
          inputMode="numeric"
          value={seed}
          onChange={({ currentTarget }) => {
            const number = currentTarget.valueAsNumber;
            const given = Number.isSafeInteger(number) && number > 0 ? number : seed;
            currentTarget.value = String(given);
            props.onSeed(given);
          }}
        />
      </label>
      <label title={words.roughDayMeans[language]}>
        <input
          type="checkbox"
          checked={disturbed}
          onChange={({ currentTarget }) => props.onDisturbed(currentTarget.checked)}
        />
        {words.roughDay[language]}
      </label>
      <button type="button" onClick={props.onShare}>
        {words.share[language]}
      </button>
    </div>
  );
};
