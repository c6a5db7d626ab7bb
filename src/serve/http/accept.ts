/** One clause of an Accept header. */
interface Clause {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
  /** All parameters but `q`. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** What a client wants an answer turned into: the parameters `as`, `g` and `v` of a media type. */
export interface Target {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** How an answer is written, as client and server agreed. */
export interface Negotiated {
  /** One of those that the server offers. */
  readonly mediaType: string;
  readonly target: Target | undefined;
  /** `pretty=1` stands in the clause. */
  readonly pretty: boolean;
}

const trimmed = (text: string): string => text.replace(/^ +| +$/g, '');

const readClause = (text: string): Clause | undefined => {
  const [range = '', ...rest] = trimmed(text).split(';');
  const [type = '', subtype = '', ...more] = range.split('/').map(trimmed);
  if (more.length > 0 || (subtype === '' && type !== '*')) return undefined;
  const parameters = new Map<string, string>();
  let quality = 1;
  for (const each of rest) {
    const [name = '', value = '', ...others] = each.split('=');
    if (value === '' || others.length > 0) continue;
    if (trimmed(name) === 'q') quality = Number.parseFloat(value) || 0;
    else parameters.set(trimmed(name), trimmed(value));
  }
  return { type, subtype: subtype === '' ? '*' : subtype, quality, parameters };
};

const isBefore = (a: Clause, b: Clause): boolean =>
  a.quality > b.quality || (a.type !== '*' && b.type === '*') || (a.subtype !== '*' && b.subtype === '*');

/**
 * The clauses of an Accept header, the most wanted first. "Before" is no order that can be relied on (a wildcard of
 * high quality and a type of low quality are each before the other), so it is sorted by insertion, as the server does.
 * @see github.com/munnerz/goautoneg ParseAccept
 */
const clausesOf = (header: string): readonly Clause[] => {
  const sorted: Clause[] = [];
  for (const text of header.split(',')) {
    const clause = readClause(text);
    if (!clause) continue;
    let place = sorted.length;
    for (; place > 0; place -= 1) {
      const left = sorted[place - 1];
      if (!left || !isBefore(clause, left)) break;
    }
    sorted.splice(place, 0, clause);
  }
  return sorted;
};

const targetOf = (parameters: Clause['parameters']): Target | undefined => {
  const [kind, group, version] = ['as', 'g', 'v'].map((name) => parameters.get(name));
  if (kind === undefined && group === undefined && version === undefined) return undefined;
  return { kind: kind ?? '', group: group ?? '', version: version ?? '' };
};

/**
 * Finds how to write an answer: the first clause that names a media type on offer and asks for nothing that is not
 * there.
 *
 * @param header the Accept header; without one, the first media type on offer is taken
 * @param offered media types, the preferred one first
 * @param allows whether an answer can be turned into this; undefined stands for the answer as it is
 * @returns undefined if nothing suits the client
 * @see k8s.io/apiserver/pkg/endpoints/handlers/negotiation NegotiateMediaTypeOptions
 */
export const negotiate = (
  header: string | undefined,
  offered: readonly string[],
  allows: (target: Target | undefined) => boolean,
): Negotiated | undefined => {
  const [preferred] = offered;
  if (!header && preferred !== undefined) return { mediaType: preferred, target: undefined, pretty: false };
  for (const { type, subtype, parameters } of clausesOf(header ?? '')) {
    for (const mediaType of offered) {
      const [offeredType, offeredSubtype] = mediaType.split('/');
      const fits =
        (type === offeredType && (subtype === offeredSubtype || subtype === '*')) ||
        (type === '*' && subtype === '*');
      const stream = parameters.get('stream') ?? '';
      const target = targetOf(parameters);
      if (!fits || (stream !== '' && stream !== 'watch') || parameters.get('sv')) continue;
      if (allows(target)) return { mediaType, target, pretty: parameters.get('pretty') === '1' };
    }
  }
  return undefined;
};
