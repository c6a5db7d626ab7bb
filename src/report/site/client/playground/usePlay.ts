import { useState } from 'preact/hooks';
import type { PlayOptions } from '../../../../play/play';
import type { Result } from '../../../../play/session';
import { type Player, Stopped } from './player';

/** More model time than this cannot pass in it, however long the example. */
const MOST_SECONDS = 15;

/** How far playing is. */
export type Play =
  | { readonly is: 'idle' }
  | { readonly is: 'running' }
  | { readonly is: 'stopped'; readonly seconds?: number }
  | { readonly is: 'broken'; readonly message: string }
  | { readonly is: 'done'; readonly text: string; readonly options: PlayOptions; readonly result: Result };

/** Plays texts, one at a time. */
export const usePlay = (player: Player) => {
  const [play, setPlay] = useState<Play>({ is: 'idle' });
  const start = async (text: string, options: PlayOptions): Promise<void> => {
    setPlay({ is: 'running' });
    try {
      const result = await player.ask('play', [text, options], MOST_SECONDS);
      setPlay({ is: 'done', text, options, result });
    } catch (error) {
      if (error instanceof Stopped) setPlay({ is: 'stopped', seconds: error.seconds });
      else setPlay({ is: 'broken', message: (error as Error).message });
    }
  };
  const forget = (): void => setPlay({ is: 'idle' });
  return { play, start, forget };
};
