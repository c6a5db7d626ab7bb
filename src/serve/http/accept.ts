import { ApiError } from '../../kubernetes/refusals';
import { PROTOBUF } from '../protobuf/protobuf';

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
export const OFFERED: readonly string[] = ['application/json', 'application/yaml', PROTOBUF];

/** What watches are written in. */
const STREAMED: readonly string[] = [OFFERED[0] ?? '', PROTOBUF];

const streamed = STREAMED.map((type) => `${type};stream=watch`);

/** What an endpoint answers. */
export interface Endpoint {
  /** What it is written in, the first by default; by default what objects are. */
  readonly offered?: readonly string[];
  /** Whether it may be watched, or is. */
  readonly watched?: 'maybe' | 'yes';
  /** Whether the answer can be written so; by default it can. */
  writes?(mediaType: string): boolean;
}

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

/** Where objects are, a part of a type is not enough. @see github.com/emicklei/go-restful Route.matchesAccept */
const isRouted = ({ mediaType }: Clause): boolean => mediaType === '*/*' || OFFERED.includes(mediaType);

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
 * @param converts tells whether an answer can be turned into a kind and written in a media type; a clause that asks for
 *   another is passed over
 * @throws ApiError 406 if nothing fits
 * @see k8s.io/apiserver/pkg/endpoints/handlers/negotiation NegotiateMediaTypeOptions, NegotiateOutputMediaTypeStream
 */
export const wantedOf = (
  { accept = '', agent = '', pretty }: Wishes,
  converts: (as: Conversion, mediaType: string) => boolean,
  { offered = OFFERED, watched, writes = () => true }: Endpoint = {},
): Wanted => {
  const clauses = accept
    .split(',')
    .filter((text) => text.trim())
    .map(clauseOf);
  clauses.sort((a, b) => b.quality - a.quality || precision(b) - precision(a));
  const isPretty = pretty ? /^(1|t|true)$/i.test(pretty) : isHuman(agent);
  if (clauses.length === 0) return { mediaType: offered[0] ?? '', pretty: isPretty };
  if (offered === OFFERED && !clauses.some(isRouted))
    throw notAcceptable(watched ? [...offered, ...streamed] : offered);
  for (const { mediaType: wanted, parameters } of clauses) {
    const as = conversionIn(parameters);
    const suits = (type: string): boolean => covers(wanted, type) && (as ? converts(as, type) : writes(type));
    const mediaType = offered.find(suits);
    if (!mediaType) continue;
    if (watched === 'yes' && !STREAMED.includes(mediaType)) break;
    return { mediaType, pretty: isPretty || parameters.get('pretty') === '1', ...(as ? { as } : {}) };
  }
  const isKnown = clauses.some(({ mediaType }) => offered.some((each) => covers(mediaType, each)));
  if (!isKnown) throw notAcceptable(offered);
  throw notConvertible(watched === 'yes' ? streamed : offered);
};
