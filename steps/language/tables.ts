import type { Form, Vocabulary } from '../../src/catalogue/phrases/form';
import type { DataTable } from './define';

/** A word that stands in tables: what it is in English, and what is written beside or below it. */
export interface TableWord {
  readonly is: string;
  readonly takes: string;
}

export type TableWords = Readonly<Record<string, TableWord>>;

/** A table whose columns or settings have their English names. Words that are not known stay as they are. */
export const inEnglish = (table: DataTable, form: Form, words: TableWords): DataTable => {
  const english = (word: string): string => (Object.hasOwn(words, word) ? (words[word]?.is ?? word) : word);
  const raw = table
    .raw()
    .map((cells, row) =>
      cells.map((cell, column) =>
        (form.kind === 'rows' ? row === 0 : column === 0 && !form.anyName) ? english(cell) : cell,
      ),
    );
  return Object.assign(Object.create(table), { raw: () => raw });
};

/** What a table looks like, in words of another language. */
export const formIn = (form: Form, words: TableWords): Form => {
  const others = new Map(Object.entries(words).map(([word, { is, takes }]) => [is, { word, takes }]));
  const said = (name: string): string => others.get(name)?.word ?? name;
  const takes: Vocabulary = Object.fromEntries(
    Object.entries(form.takes).map(([name, meaning]) => [said(name), others.get(name)?.takes ?? meaning]),
  );
  return { ...form, takes, ...(form.needs && { needs: form.needs.map(said) }) };
};
