import { all } from '../elements';

/** What can be found, in the order in which it is shown. */
export const kinds = ['question', 'claim', 'rule', 'example', 'phrase'] as const;
export type Kind = (typeof kinds)[number];

/** Something that can be found. */
export interface Found {
  readonly id: number;
  readonly kind: Kind;
  /** Where it stands: an address in the page. */
  readonly address: string;
  readonly heading: Element;
  /** The only language that it is for, if there is the same in the other. */
  readonly only?: string;
  /** The page that it stands on; undefined where that says nothing. */
  readonly page?: Element;
}

/** The same with the text that it is found by. */
export interface Searchable extends Found {
  readonly title: string;
  /** What stands below the title. */
  readonly body: () => string;
}

/** How things that can be found are told apart, what they are called, and what else of them is looked through. */
const places: Readonly<
  Record<Kind, { readonly each: string; readonly heading: string; readonly body: string }>
> = {
  question: { each: '.asks details', heading: 'summary', body: 'li' },
  claim: { each: '.register [data-address]', heading: '.say', body: '.condition' },
  rule: { each: '.feature .rule', heading: ':scope > h2', body: ':scope > p:not(.authority)' },
  example: {
    each: '.feature .example',
    heading: ':scope > h3',
    body: '.panel > :is(p, table, pre, details), .panel > div > :is(p, table, pre)',
  },
  phrase: { each: '.phrase', heading: 'h3', body: 'pre' },
};

const searchable = (element: HTMLElement, kind: Kind, id: number): Searchable | undefined => {
  const { heading: headings, body } = places[kind];
  const heading = element.querySelector(headings) ?? element.parentElement?.querySelector(':scope > summary');
  if (!heading) return undefined;
  const { address = element.id } = element.dataset;
  const page = kind === 'rule' || kind === 'example' ? element.closest('.page') : null;
  return {
    id,
    kind,
    address,
    heading,
    only: element.dataset.only ?? element.closest<HTMLElement>('[data-edition]')?.dataset.edition,
    ...(page ? { page: page.querySelector('h1') ?? page } : {}),
    title: `${kind === 'claim' ? address : ''} ${heading.textContent}`,
    body: () =>
      all(body, element)
        .map(({ textContent }) => textContent)
        .join(' '),
  };
};

/** Everything on all pages that can be found. */
export const searchables = (): readonly Searchable[] => {
  const found: Searchable[] = [];
  for (const kind of kinds)
    for (const element of all(places[kind].each)) {
      const each = searchable(element, kind, found.length);
      if (each) found.push(each);
    }
  return found;
};
