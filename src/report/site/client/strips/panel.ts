import type { Scene, Shot } from '../../../../film/scene';
import type { Language } from '../../../../language/language';
import type { Moment } from '../../components/panels';

/** A panel as it stands in the page. */
export interface PanelInPage {
  /** `rolling-update/budget:42/3` */
  readonly address: string;
  /** The address of its example. */
  readonly example: string;
  /** The last step that led to its picture, from 1. */
  readonly place: number;
  /** The last one of the panel before; 0 if it is the first. */
  readonly earlier: number;
  readonly language: Language;
}

const addressIn = (panel: Element | null): string =>
  decodeURI(panel?.querySelector(':scope > a')?.getAttribute('href')?.slice(1) ?? '');

const placeIn = (address: string): number => Number(address.slice(address.lastIndexOf('/') + 1)) || 0;

/** Reads a panel from its element: its link says where it belongs, also where the strip stands a second time. */
export const panelIn = (element: Element): PanelInPage => {
  const address = addressIn(element);
  return {
    address,
    example: address.slice(0, address.lastIndexOf('/')),
    place: placeIn(address),
    earlier: placeIn(addressIn(element.previousElementSibling)),
    language: element.closest('[lang]')?.getAttribute('lang') === 'ko' ? 'ko' : 'en',
  };
};

const EMPTY: Scene = { nodes: [], pods: [], sets: [] };

/** The pictures of a panel, and what was to be seen before it. */
export const momentsOf = (
  { place, earlier }: Pick<PanelInPage, 'place' | 'earlier'>,
  shots: readonly Shot[],
): { readonly moments: readonly Moment[]; readonly before: Scene } => ({
  moments: shots
    .slice(earlier, place)
    .flatMap((shot, index) => shot.map((frame) => ({ ...frame, place: earlier + index + 1 }))),
  before: shots.slice(0, earlier).flat().at(-1)?.scene ?? EMPTY,
});
