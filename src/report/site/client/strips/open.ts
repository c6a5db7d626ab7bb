import { h, render } from 'preact';
import { mannerOf } from '../../components/manner';
import { shotsOfExample } from './films';
import { Moments } from './moments';
import { momentsOf, panelIn } from './panel';

const OPEN = 'open';

/** Shows the moments of a panel in place of its picture. @param first which of them is shown, from 1 */
export const openMoments = async (panel: HTMLElement, first: number): Promise<void> => {
  const { example, address, language, ...places } = panelIn(panel);
  const shots = await shotsOfExample(example);
  if (!shots) return;
  closeMoments(panel);
  const { moments, before } = momentsOf(places, shots);
  const manner = mannerOf(shots.flatMap((shot) => shot.map(({ scene }) => scene)));
  const player = document.createElement('div');
  player.className = 'player';
  panel.append(player);
  panel.classList.add(OPEN);
  render(h(Moments, { address, moments, before, manner, language, first }), player);
};

/** Shows the picture of a panel again. */
export const closeMoments = (panel: HTMLElement): void => {
  panel.classList.remove(OPEN);
  const player = panel.querySelector('.player');
  if (!player) return;
  render(null, player);
  player.remove();
};

export const isOpen = (panel: HTMLElement): boolean => panel.classList.contains(OPEN);
