/** Where a reader is: what stands behind the `#` of the address. */
export interface Place {
  /** What is shown: the id of a page, or of something in one. Empty for the first page. */
  readonly id: string;
  /** What is chosen there: the language, filters. */
  readonly chosen: ReadonlyMap<string, string>;
  /** What follows `play=`: a text for the playground, packed. */
  readonly packed?: string;
}

const PLAY = /^play=([\w-]*)/;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `#register?subject=taints&lang=ko` → a place. Whatever cannot be read is left out. */
export const placeIn = (hash: string): Place => {
  const [address = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const chosen = new Map([...new URLSearchParams(query)].filter(([, value]) => value !== ''));
  const packed = PLAY.exec(address)?.[1];
  return packed === undefined ? { id: decoded(address), chosen } : { id: 'play', chosen, packed };
};

/** What stands behind the `#`, of a place. */
export const hashOf = ({ id, chosen, packed }: Place): string => {
  const query = new URLSearchParams([...chosen]).toString();
  const address = packed === undefined ? encodeURI(id) : `play=${packed}`;
  return `#${address}${query === '' ? '' : `?${query}`}`;
};

/** A place, with something else chosen; nothing for `value` chooses nothing. */
export const choosing = (place: Place, name: string, value: string | undefined): Place => {
  const chosen = new Map(place.chosen);
  if (value) chosen.set(name, value);
  else chosen.delete(name);
  return { ...place, chosen };
};
