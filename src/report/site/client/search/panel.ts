import { linkTo } from '../../model/addresses';
import { wordsOf } from '../../search/words';
import { foundWords, searchWords } from '../../words/searching';
import { byId } from '../elements';
import { currentLanguage } from '../languages';
import { shownText } from '../shownText';
import type { Found, Kind } from './documents';

const titles = {
  question: searchWords.questions,
  claim: searchWords.claims,
  rule: searchWords.rules,
  example: searchWords.examples,
  phrase: searchWords.phrases,
};

const element = (name: string, attributes: Readonly<Record<string, string>>): HTMLElement => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
};

/** A title in which the words that were looked for stand out. */
const marked = (title: string, words: readonly string[]): readonly (Node | string)[] =>
  title.split(/([\p{L}\p{N}]+)/u).map((part, at) => {
    const isHit = at % 2 === 1 && words.some((word) => part.toLowerCase().includes(word));
    if (!isHit) return part;
    const mark = document.createElement('mark');
    mark.textContent = part;
    return mark;
  });

const optionOf = (found: Found, words: readonly string[]): HTMLElement => {
  const option = element('a', {
    role: 'option',
    id: `found-${found.id}`,
    href: linkTo(found.address),
    tabindex: '-1',
    'aria-selected': 'false',
  });
  const title = element('bdi', {});
  title.append(...marked(shownText(found.heading, currentLanguage()), words));
  option.append(title);
  if (found.page) {
    const place = element('small', {});
    place.textContent = shownText(found.page, currentLanguage());
    option.append(place);
  }
  return option;
};

const groupOf = (kind: Kind, own: readonly Found[], words: readonly string[]): HTMLElement => {
  const group = element('div', { role: 'group', 'aria-labelledby': `found-${kind}` });
  const title = element('div', { class: 'kind', id: `found-${kind}`, role: 'presentation' });
  title.textContent = titles[kind][currentLanguage()];
  group.append(title, ...own.map((found) => optionOf(found, words)));
  return group;
};

/** Shows what was found for a text. @returns the options, from top to bottom */
export const showFound = (
  found: ReadonlyMap<Kind, readonly Found[]>,
  text: string,
): readonly HTMLElement[] => {
  const words = wordsOf(text);
  const groups = [...found].map(([kind, own]) => groupOf(kind, own, words));
  const options = groups.flatMap((group) => [...group.querySelectorAll<HTMLElement>('[role="option"]')]);
  byId('found').replaceChildren(...groups);
  byId('found-none').hidden = options.length > 0;
  const say = options.length === 0 ? searchWords.none : foundWords(options.length);
  byId('found-count').textContent = say[currentLanguage()];
  return options;
};
