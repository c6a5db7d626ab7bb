import type { JSX } from 'preact';
import type { Language } from '../../../../language/language';
import { playgroundWords as words } from '../../words/playground';
import type { Play } from './usePlay';
import { isGood, verdictOf } from './verdict';

interface Props {
  readonly play: Play;
  /** What a comparison with the report says, if there is one. */
  readonly compared: string | undefined;
  readonly language: Language;
}

/** How far playing is, or how it ended; read out to whoever listens. */
export const EndingNote = ({ play, compared, language }: Props): JSX.Element => (
  <div role="status" class="ending">
    {play.is === 'running' && <p>{words.playing[language]}</p>}
    {play.is === 'stopped' && (
      <p>{play.seconds === undefined ? words.stopped[language] : words.endless[language](play.seconds)}</p>
    )}
    {play.is === 'broken' && (
      <p>
        {words.broken[language]} {play.message}
      </p>
    )}
    {play.is === 'done' && (
      <p class={isGood(play.result) ? 'good' : 'bad'}>{verdictOf(play.result, language)}</p>
    )}
    {play.is === 'done' && compared !== undefined && <p>{compared}</p>}
  </div>
);
