interface LayoutPart {
  readonly layout: string;
  readonly pattern: RegExp;
  /** What a number that is too large is called. */
  readonly name?: string;
  readonly least?: number;
  readonly most?: number;
}

const DATE: readonly LayoutPart[] = [
  { layout: '2006', pattern: /^\d{4}/ },
  { layout: '-', pattern: /^-/ },
  { layout: '01', pattern: /^\d{2}/, name: 'month', least: 1, most: 12 },
  { layout: '-', pattern: /^-/ },
  { layout: '02', pattern: /^\d{2}/ },
  { layout: 'T', pattern: /^T/ },
  { layout: '15', pattern: /^\d{2}/, name: 'hour', most: 23 },
  { layout: ':', pattern: /^:/ },
  { layout: '04', pattern: /^\d{2}/, name: 'minute', most: 59 },
  { layout: ':', pattern: /^:/ },
];
const SECOND = { layout: '05', name: 'second', most: 59 };
const ZONE: LayoutPart = { layout: 'Z07:00', pattern: /^(?:Z|[+-]\d{2}:\d{2})/ };

/** Go lets a fraction of a second stand where the layout has none, but takes no other one where it has. */
const LAYOUTS: Readonly<Record<'Time' | 'MicroTime', readonly LayoutPart[]>> = {
  Time: [...DATE, { ...SECOND, pattern: /^\d{2}(?:[.,]\d+)?/ }, ZONE],
  MicroTime: [...DATE, { ...SECOND, pattern: /^\d{2}/ }, { layout: '.000000', pattern: /^[.,]\d{6}/ }, ZONE],
};

const hexadecimal = (byte: number): string => `\\x${byte.toString(16).padStart(2, '0')}`;

/** Text in quotes as Go's clock prints it: bytes that are no plain letters one by one. */
const quoted = (text: string): string => {
  const escaped = Array.from(text, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    const isPlain = character >= ' ' && character < '\x80';
    return isPlain ? character : Array.from(new TextEncoder().encode(character), hexadecimal).join('');
  });
  return `"${escaped.join('')}"`;
};

const outOfRange = ({ name, least = 0, most }: LayoutPart, found: string): string | undefined => {
  const number = Number.parseInt(found, 10);
  return most !== undefined && (number < least || number > most) ? name : undefined;
};

/** An offset may be a whole day, and have sixty minutes. */
const offsetOutOfRange = (found: string): string | undefined => {
  const [, hours, minutes] = /^[+-](\d+):(\d+)$/.exec(found) ?? [];
  if (Number(hours) > 24) return 'time zone offset hour';
  return Number(minutes) > 60 ? 'time zone offset minute' : undefined;
};

const daysIn = (month: number, year: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Checks an RFC 3339 time.
 * @param type `MicroTime`, that of leases and events, asks for six digits behind the seconds
 * @returns the API server's sentence, or undefined if it is one.
 * @see k8s.io/apimachinery/pkg/apis/meta/v1 Time.UnmarshalJSON, MicroTime.UnmarshalJSON
 */
export const timeProblem = (text: string, type: keyof typeof LAYOUTS = 'Time'): string | undefined => {
  const parts = LAYOUTS[type];
  const problem = (why: string) => `parsing time ${quoted(text)}${why}`;
  let rest = text;
  for (const part of parts) {
    const [found] = part.pattern.exec(rest) ?? [];
    if (found === undefined) {
      const layout = parts.map((each) => each.layout).join('');
      return problem(` as "${layout}": cannot parse ${quoted(rest)} as "${part.layout}"`);
    }
    const wrong = part === ZONE ? offsetOutOfRange(found) : outOfRange(part, found);
    if (wrong) return problem(`: ${wrong} out of range`);
    rest = rest.slice(found.length);
  }
  if (rest !== '') return problem(`: extra text: ${quoted(rest)}`);
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  return day < 1 || day > daysIn(month, year) ? problem(': day out of range') : undefined;
};
