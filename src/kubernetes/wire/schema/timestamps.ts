const LAYOUT = '2006-01-02T15:04:05Z07:00';

interface LayoutPart {
  readonly layout: string;
  readonly pattern: RegExp;
  readonly most?: number;
  readonly least?: number;
  readonly name?: string;
}

const LAYOUT_PARTS: readonly LayoutPart[] = [
  { layout: '2006', pattern: /^\d{4}/ },
  { layout: '-', pattern: /^-/ },
  { layout: '01', pattern: /^\d{2}/, name: 'month', least: 1, most: 12 },
  { layout: '-', pattern: /^-/ },
  { layout: '02', pattern: /^\d{2}/, name: 'day', least: 1, most: 31 },
  { layout: 'T', pattern: /^T/ },
  { layout: '15', pattern: /^\d{2}/, name: 'hour', most: 23 },
  { layout: ':', pattern: /^:/ },
  { layout: '04', pattern: /^\d{2}/, name: 'minute', most: 59 },
  { layout: ':', pattern: /^:/ },
  { layout: '05', pattern: /^\d{2}(?:[.,]\d+)?/, name: 'second', most: 59 },
  { layout: 'Z07:00', pattern: /^(?:Z|[+-]\d{2}:\d{2})/ },
];

/**
 * Checks an RFC 3339 time.
 * @returns the API server's sentence, or undefined if it is one.
 */
export const timeProblem = (text: string): string | undefined => {
  const quoted = JSON.stringify(text);
  let rest = text;
  let outOfRange: string | undefined;
  for (const { layout, pattern, name, least = 0, most } of LAYOUT_PARTS) {
    const match = pattern.exec(rest);
    if (!match) {
      return `parsing time ${quoted} as "${LAYOUT}": cannot parse ${JSON.stringify(rest)} as "${layout}"`;
    }
    const number = Number.parseInt(match[0], 10);
    if (most !== undefined && (number < least || number > most)) outOfRange ??= `${name} out of range`;
    rest = rest.slice(match[0].length);
  }
  if (outOfRange) return `parsing time ${quoted}: ${outOfRange}`;
  return rest === '' ? undefined : `parsing time ${quoted}: extra text: ${JSON.stringify(rest)}`;
};
