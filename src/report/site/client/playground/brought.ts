import type { Source } from '../../../../play/session';
import { placeIn } from '../../address/place';
import { materialOfPage } from './material';
import type { Player } from './player';
import { type Shared, unpack } from './share';

/** What stands in the playground because of the address. */
export interface Brought extends Shared {
  /** The example of the page that it is, by its address. */
  readonly example?: string;
  /** Whoever wants to change it says so: `#play/…?change=yes`. */
  readonly isToBeChanged?: boolean;
}

const EXAMPLE = /^play\/(.+):(\d+)$/;

/**
 * What the address brings: `#play=…` a text of somebody, `#play/rolling-update/budget:42` an example of this page; nothing if it
 * is another one, or only `#play`.
 * @throws if it cannot be read
 */
export const broughtBy = async (hash: string, player: Player): Promise<Brought | undefined> => {
  const { id, packed, chosen } = placeIn(hash);
  if (packed) return unpack(packed);
  const [, feature, line] = EXAMPLE.exec(id) ?? [];
  if (feature === undefined) return undefined;
  const { sources, run } = await materialOfPage();
  const source: Source | undefined = sources[feature];
  if (!source) return undefined;
  const { text, files } = await player.ask('cut', [source, Number(line)]);
  return { text, files, ...run, example: `${feature}:${line}`, isToBeChanged: chosen.has('change') };
};

/** What of an address brings something; undefined if the playground is not meant. */
export const whatBrings = (hash: string): string | undefined => {
  const { id, packed, chosen } = placeIn(hash);
  return id === 'play' || EXAMPLE.test(id) ? `${id} ${packed ?? ''} ${chosen.has('change')}` : undefined;
};
