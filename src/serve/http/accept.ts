import { ApiError } from '../../kubernetes/refusals';

/** A kind that an answer is to be turned into: `Table` of `meta.k8s.io/v1`. */
export interface Conversion {
  readonly kind: string;
  readonly group: string;
  readonly version: string;
}

/** How a client wants to be answered. */
export interface Wanted {
  /** One of the media types that are offered. */
  readonly mediaType: string;
  /** Indented, for people. */
  readonly pretty: boolean;
  readonly as?: Conversion;
}

/** What is written at all, the first by default. */
export const OFFERED: readonly string[] = ['application/json', 'application/yaml'];

interface Clause {
  readonly mediaType: string;
  readonly quality: number;
  readonly parameters: ReadonlyMap<string, string>;
}

const clauseOf = (text: string): Clause => {
  const [mediaType = '', ...rest] = text.split(';').map((part) => part.trim());
  const parameters = new Map(
    rest.map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=');
      return [name.trim(), value.trim().replace(/^"(.*)"$/, '$1')];
    }),
  );
  const quality = Number(parameters.get('q') ?? '1');
  parameters.delete('q');
  return { mediaType: mediaType.toLowerCase(), quality: Number.isNaN(quality) ? 1 : quality, parameters };
};

const covers = (wanted: string, offered: string): boolean =>
  wanted === offered || wanted === '*/*' || wanted === `${offered.split('/')[0]}/*`;

/** How sure a client is of what it wants: a type before any, whatever their order. */
const precision = ({ mediaType }: Clause): number =>
  mediaType === '*/*' ? 0 : mediaType.endsWith('/*') ? 1 : 2;

const conversionIn = (parameters: ReadonlyMap<string, string>): Conversion | undefined => {
  const [kind, group, version] = ['as', 'g', 'v'].map((name) => parameters.get(name));
  return kind === undefined && group === undefined && version === undefined
    ? undefined
    : { kind: kind ?? '', group: group ?? '', version: version ?? '' };
};

/** Browsers, and what people type at a terminal, are shown what they can read. */
const isHuman = (agent: string): boolean => /^(curl|Wget|Mozilla\/5\.0)/.test(agent);

/** What a request says of how it wants to be answered. */
export interface Wishes {
  readonly accept?: string | undefined;
  readonly agent?: string | undefined;
  /** What the query says of `pretty`. */
  readonly pretty?: string | null;
}

const notAcceptable = (offered: readonly string[]): ApiError =>
  new ApiError({
    code: 406,
    reason: 'NotAcceptable',
    message: `406: Not Acceptable\n\nAvailable representations: ${offered.join(', ')}`,
    details: {},
  });

/** The media type would do, but not what the answer is to be turned into. */
const notConvertible = (offered: readonly string[]): ApiError =>
  new ApiError({
    code: 406,
    reason: 'NotAcceptable',
    message: `only the following media types are accepted: ${offered.join(', ')}`,
  });

/**
 * Chooses how to answer: the first clause that fits, the ones with a higher `q` and the more precise ones first.
 *
 * @param converts tells whether an answer can be turned into a kind; a clause that asks for another is passed over
 * @throws ApiError 406 if nothing fits
 * @see k8s.io/apiserver/pkg/endpoints/handlers/negotiation NegotiateMediaTypeOptions
 */
export const wantedOf = (
  { accept = '', agent = '', pretty }: Wishes,
  converts: (as: Conversion) => boolean,
  offered: readonly string[] = OFFERED,
): Wanted => {
  const clauses = accept
    .split(',')
    .filter((text) => text.trim())
    .map(clauseOf);
  clauses.sort((a, b) => b.quality - a.quality || precision(b) - precision(a));
  const isPretty = pretty ? /^(1|t|true)$/i.test(pretty) : isHuman(agent);
  if (clauses.length === 0) return { mediaType: offered[0] ?? '', pretty: isPretty };
  let isOffered = false;
  for (const { mediaType: wanted, parameters } of clauses) {
    const mediaType = offered.find((each) => covers(wanted, each));
    const as = conversionIn(parameters);
    isOffered ||= mediaType !== undefined;
    if (mediaType && (!as || converts(as)))
      return { mediaType, pretty: isPretty || parameters.get('pretty') === '1', ...(as ? { as } : {}) };
  }
  throw isOffered ? notConvertible(offered) : notAcceptable(offered);
};
