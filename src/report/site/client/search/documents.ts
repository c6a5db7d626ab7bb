import { all } from '../elements';

/** What can be found, in the order in which it is shown. */
export const kinds = ['claim', 'rule', 'example', 'phrase'] as const;
export type Kind = (typeof kinds)[number];

/** Something that can be found. */
export interface Found {
  readonly id: number;
  readonly kind: Kind;
  /** Where it stands: an address in the page. */
  readonly address: string;
  readonly heading: Element;
  /** The page that it stands on; undefined where that says nothing. */
  readonly page?: Element;
}

/** The same with the text that it is found by. */
export interface Searchable extends Found {
  readonly title: string;
  /** What stands below the title. */
  readonly body: () => string;
}

const PAGED: readonly Kind[] = ['rule', 'example'];

const searchable = (element: HTMLElement, kind: Kind, id: number): Searchable => {
  const heading = element.querySelector('h2, h3, .say') ?? element;
  const page = PAGED.includes(kind) ? element.closest('.page') : null;
  return {
    id,
    kind,
    address: element.dataset.address ?? element.id,
    heading,
    ...(page ? { page: page.querySelector('h1') ?? page } : {}),
    title: `${element.dataset.address ?? ''} ${heading.textContent ?? ''}`,
    body: () =>
      all('[data-words], .panel > p, .panel td, .panel pre', element)
        .filter((own) => own.closest('[data-kind]') === element)
        .map(({ textContent }) => textContent)
        .join(' '),
  };
};

/** Everything on all pages that can be found: elements that say what they are. */
export const searchables = (): readonly Searchable[] => {
  const found: Searchable[] = [];
  for (const kind of kinds)
    for (const element of all(`[data-kind="${kind}"]`)) found.push(searchable(element, kind, found.length));
  return found;
};
