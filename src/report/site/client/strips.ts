import type { Place } from '../address/place';
import { all } from './elements';
import { whenShown } from './navigation';
import { closeMoments, isOpen, openMoments } from './strips/open';

/** Lets readers open the moments of the strips on the page that is shown, and opens the one that the address names. */
export const startStrips = (): void =>
  whenShown((place, page) => {
    for (const line of all('.m > [data-n]', page)) becomeButton(line);
    openNamed(place);
  });

/** Without script the line says only how many moments there are. */
const becomeButton = (line: HTMLElement): void => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = line.textContent;
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    const panel = button.closest<HTMLElement>('.panel');
    if (panel) void toggle(panel, button);
  });
  line.replaceWith(button);
};

const toggle = async (panel: HTMLElement, button: Element): Promise<void> => {
  if (isOpen(panel)) closeMoments(panel);
  else await openMoments(panel, 1);
  button.setAttribute('aria-expanded', String(isOpen(panel)));
};

/** `rolling-update/budget:42/3/7` is the seventh moment of a panel. */
const openNamed = async ({ id }: Place): Promise<void> => {
  const [, address = '', first] = /^(.+\/\d+)\/(\d+)$/.exec(id) ?? [];
  const panel = document.getElementById(address);
  if (!panel?.matches('.panel')) return;
  await openMoments(panel, Number(first));
  panel.querySelector('.m button')?.setAttribute('aria-expanded', 'true');
};
