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

/** No example stands where the address says. */
export class NoExample extends Error {
  constructor(
    /** What the address says. */
    readonly address: string,
    /** The feature that it speaks of, by its address; undefined if there is none. */
    readonly feature?: string,
  ) {
    super(`No example stands at ${address}.`);
  }
}

const EXAMPLE = /^play\/(.+)$/;
const PLACE = /^(.+):(\d+)$/;

/**
 * What the address brings: `#play=…` a text of somebody, `#play/rolling-update/budget:42` an example of this page; nothing if it
 * is another one, or only `#play`.
 * @throws NoExample, or another error if it cannot be read
 */
export const broughtBy = async (hash: string, player: Player): Promise<Brought | undefined> => {
  const { id, packed, chosen } = placeIn(hash);
  if (packed) return unpack(packed);
  const [, address] = EXAMPLE.exec(id) ?? [];
  if (address === undefined) return undefined;
  const [, feature = address, line = 0] = PLACE.exec(address) ?? [];
  const { sources, run } = await materialOfPage();
  const source: Source | undefined = sources[feature];
  if (!source) throw new NoExample(address);
  const alone = await player.ask('cut', [source, Number(line)]);
  if (!alone) throw new NoExample(address, feature);
  return { ...alone, ...run, example: address, isToBeChanged: chosen.has('change') };
};

/** What of an address brings something; undefined if the playground is not meant. */
export const whatBrings = (hash: string): string | undefined => {
  const { id, packed, chosen } = placeIn(hash);
  return id === 'play' || EXAMPLE.test(id) ? `${id} ${packed ?? ''} ${chosen.has('change')}` : undefined;
};
