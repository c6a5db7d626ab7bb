import { pages } from '../../model/addresses';
import { byId } from '../elements';
import { currentLanguage } from '../languages';
import { currentPlace } from '../navigation';
import { Finder } from './finder';
import { showFound } from './panel';

/** Shorter texts would find everything. */
const SHORTEST = 2;

/** What is typed into goes on being typed into: `/` means itself there. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** The one search of the page, with its results below it. */
class SearchBox {
  readonly #input: HTMLInputElement;
  #finder: Finder | undefined;
  #options: readonly HTMLElement[] = [];
  #chosen = -1;

  constructor(input: HTMLInputElement) {
    this.#input = input;
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#search();
    });
    input.addEventListener('compositionend', () => this.#search());
    input.addEventListener('focus', () => this.#begin());
    input.addEventListener('keydown', (event) => this.#press(event));
    input.addEventListener('blur', () => this.#close());
    // The results keep the focus in the input, so that it is not lost before the click arrives.
    byId('results').addEventListener('mousedown', (event) => event.preventDefault());
    byId('found').addEventListener('click', () => this.#leave());
    addEventListener('keydown', (event) => this.#focus(event));
  }

  #focus(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    this.#input.select();
    this.#input.scrollIntoView({ block: 'nearest' });
  }

  /** Reads the pages while the reader thinks of a word. */
  #begin(): void {
    setTimeout(() => {
      this.#finder ??= new Finder();
    });
    this.#search();
  }

  #search(): void {
    const text = this.#input.value.trim();
    if ([...text].length < SHORTEST) {
      this.#close();
      return;
    }
    this.#finder ??= new Finder();
    this.#options = showFound(
      this.#finder.find(text, currentLanguage(), currentPlace().id.startsWith(pages.phrases)),
      text,
    );
    this.#choose(-1);
    byId('results').hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'Escape') {
      if (byId('results').hidden) this.#input.value = '';
      this.#close();
    } else if (byId('results').hidden) return;
    else if (key === 'ArrowDown') this.#choose(this.#chosen + 1);
    else if (key === 'ArrowUp') this.#choose(this.#chosen - 1);
    else if (key === 'Enter') (this.#options[this.#chosen] ?? this.#options[0])?.click();
    else return;
    event.preventDefault();
  }

  /** Marks an option, none for -1; past the last comes none, and then the first. */
  #choose(at: number): void {
    const places = this.#options.length + 1;
    this.#options[this.#chosen]?.setAttribute('aria-selected', 'false');
    this.#chosen = ((at + 1 + places) % places) - 1;
    const option = this.#options[this.#chosen];
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      this.#input.setAttribute('aria-activedescendant', option.id);
    } else this.#input.removeAttribute('aria-activedescendant');
  }

  #close(): void {
    byId('results').hidden = true;
    this.#options = [];
    this.#chosen = -1;
    byId('found-count').textContent = '';
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #leave(): void {
    this.#input.value = '';
    this.#close();
  }
}

/** Makes the search work. Nothing is read for it before somebody searches. */
export const startSearch = (): void => {
  const input = byId('search');
  if (input instanceof HTMLInputElement) new SearchBox(input);
};
