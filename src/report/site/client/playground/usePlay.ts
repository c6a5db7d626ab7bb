import { useRef, useState } from 'preact/hooks';
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
  /** Only the last one that was begun tells how it ends. */
  const runs = useRef(0);
  const start = async (text: string, options: PlayOptions): Promise<void> => {
    if (play.is === 'running') player.stop();
    runs.current++;
    const own = runs.current;
    const tell = (next: Play): void => {
      if (own === runs.current) setPlay(next);
    };
    tell({ is: 'running' });
    try {
      const result = await player.ask('play', [text, options], MOST_SECONDS);
      tell({ is: 'done', text, options, result });
    } catch (error) {
      if (error instanceof Stopped) tell({ is: 'stopped', seconds: error.seconds });
      else tell({ is: 'broken', message: (error as Error).message });
    }
  };
  const forget = (): void => setPlay({ is: 'idle' });
  return { play, start, forget };
};
