import { choosing } from '../address/place';
import { all, byId } from './elements';
import { currentPlace, settle, whenShown } from './navigation';

const REGISTER = 'register';

/** True if an entry says this of itself, perhaps among others. */
const says = (entry: HTMLElement, name: string, value: string): boolean =>
  value === '' || (entry.dataset[name] ?? '').split(' ').includes(value);

/** Filters the register by what is chosen, and says the choice in the address. */
export const startFilters = (): void => {
  const register = document.getElementById(REGISTER);
  const form = register?.querySelector<HTMLFormElement>('form');
  if (!register || !form) return;
  const choices = all<HTMLSelectElement>('select', form);
  const entries = all('[data-address]', register);
  const none = register.querySelector<HTMLElement>('.none');
  const count = form.querySelector('output');

  const filter = (): void => {
    for (const entry of entries) entry.hidden = !choices.every(({ name, value }) => says(entry, name, value));
    const isChosen = choices.some(({ value }) => value !== '');
    for (const details of all<HTMLDetailsElement>('details', register))
      if (isChosen) details.open = all('[data-address]:not([hidden])', details).length > 0;
    const left = entries.filter(({ hidden }) => !hidden).length;
    if (none) none.hidden = left > 0;
    if (count) count.textContent = `${left} / ${entries.length}`;
  };
  const choose = (): void => {
    filter();
    const place = { ...currentPlace(), id: REGISTER };
    settle(choices.reduce((found, { name, value }) => choosing(found, name, value), place));
  };
  form.addEventListener('change', choose);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(choose));
  whenShown(({ id, chosen }, page) => {
    if (page.id !== byId('findings').id) return;
    if (id !== REGISTER && chosen.size === 0 && !choices.some(({ value }) => value !== '')) return filter();
    for (const choice of choices) choice.value = chosen.get(choice.name) ?? '';
    for (const choice of choices) if (choice.selectedIndex < 0) choice.value = '';
    filter();
  });
};
