import type { Language } from '../../../language/language';
import { choosing, hashOf, type Place, placeIn } from '../address/place';
import { all, byId } from './elements';
import { chosenLanguage, currentLanguage, showIn } from './languages';
import { shownText } from './shownText';

/** Told of every place that is shown, with the page that it is on. */
export type Listener = (place: Place, page: HTMLElement) => void;

const FRONT = 'findings';

const listeners: Listener[] = [];

/** Has somebody told of every place that is shown from now on. */
export const whenShown = (listener: Listener): void => {
  listeners.push(listener);
};

/** The place that the address says. */
export const currentPlace = (): Place => placeIn(location.hash);

/** Goes to a place, so that "back" leads here again. */
export const goTo = (place: Place): void => {
  location.hash = hashOf(place);
};

/** Says in the address where the reader is, without leaving a step for "back". */
export const settle = (place: Place): void => {
  const hash = hashOf(place);
  if (hash !== (location.hash || '#')) location.replace(hash);
};

/** What an address means: itself, or the nearest thing around it that is there: of a moment, its step or its example. */
const targetOf = (id: string): HTMLElement | null => {
  for (let address = id; address !== ''; address = address.slice(0, Math.max(0, address.lastIndexOf('/')))) {
    const element = document.getElementById(address);
    if (element?.closest('.page')) return element;
  }
  return null;
};

const headingIn = (page: HTMLElement): HTMLElement => page.querySelector<HTMLElement>('h1') ?? page;

const entitle = (page: HTMLElement): void => {
  document.title = `${shownText(headingIn(page), currentLanguage())} · Rollcall`;
};

let shown: HTMLElement | undefined;

const markInMenu = (page: HTMLElement): void => {
  for (const link of all('header nav a')) {
    if (link.dataset.page === page.id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
};

/** How far down the reader was at places that were left, by their addresses. */
const tops = new Map<string, number>();

/** True while the reader goes on by a link, and not back. */
let isOnward = false;

const topBefore = (): number | undefined => (isOnward ? undefined : tops.get(location.hash));

/** Remembers where the reader was, for when they come back. */
const watchLinks = (): void => {
  addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('a[href^="#"]')) return;
    isOnward = true;
    tops.set(location.hash, scrollY);
  });
};

/** The element that is spoken of is brought into view, and whoever listens or tabs goes on from there. */
const lead = (target: HTMLElement, page: HTMLElement): void => {
  if (target === page) {
    scrollTo(0, topBefore() ?? 0);
    headingIn(page).focus({ preventScroll: true });
    return;
  }
  for (const details of [target, ...all('details', page).filter((each) => each.contains(target))])
    if (details instanceof HTMLDetailsElement) details.open = true;
  const focused = target.matches('details') ? target.querySelector<HTMLElement>('summary') : target;
  if (focused && !focused.matches('summary, a, [tabindex]')) focused.tabIndex = -1;
  focused?.focus({ preventScroll: true });
  target.scrollIntoView();
};

const show = (isFirst: boolean): void => {
  const place = currentPlace();
  const language = place.chosen.get('lang') ?? (isFirst ? undefined : currentLanguage());
  showIn(chosenLanguage(language));
  const target = targetOf(place.id) ?? byId(FRONT);
  const page = target.closest<HTMLElement>('.page') ?? byId(FRONT);
  if (page !== shown) {
    for (const other of all('.page.on')) other.classList.remove('on');
    page.classList.add('on');
    document.documentElement.classList.remove('deep');
    markInMenu(page);
  }
  const isElsewhere = page !== shown || target !== page;
  shown = page;
  entitle(page);
  if (isElsewhere && !(isFirst && place.id === '')) lead(target, page);
  isOnward = false;
  for (const listener of listeners) listener(place, page);
  settle(choosing(place, 'lang', currentLanguage() === 'en' ? undefined : currentLanguage()));
};

/** The page that says the same to readers of a language, if that is another one. */
const twinOf = ({ id, dataset }: HTMLElement, language: Language): string | undefined => {
  if (dataset.edition === undefined || dataset.edition === language) return undefined;
  const twin = language === 'ko' ? `ko/${id}` : id.replace(/^ko\//, '');
  return document.getElementById(twin) ? twin : undefined;
};

/** Shows what the address says, now and whenever it changes. */
export const startNavigation = (): void => {
  watchLinks();
  addEventListener('hashchange', () => show(false));
  for (const button of all('button[data-language]'))
    button.addEventListener('click', () => {
      const { language } = button.dataset;
      const chosen = chosenLanguage(language);
      showIn(chosen);
      const place = choosing(currentPlace(), 'lang', chosen === 'en' ? undefined : chosen);
      const twin = shown && twinOf(shown, chosen);
      settle(twin ? { ...place, id: twin } : place);
      if (shown) entitle(shown);
    });
  byId('main')
    .ownerDocument.querySelector('.skip')
    ?.addEventListener('click', (event) => {
      event.preventDefault();
      if (shown) headingIn(shown).focus();
    });
  show(true);
};
