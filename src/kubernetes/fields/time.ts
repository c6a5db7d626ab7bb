/** The moment model time starts, in milliseconds since 1970: 2026-01-01T00:00:00Z. */
export const MODEL_EPOCH: number = Date.UTC(2026, 0, 1);

const written = new Map<number, string>();
const read = new Map<string, number>();
const MEMO = 10_000;

/** Model time (ms since the cluster started) as the API writes it: RFC 3339, cut to whole seconds. */
export const toTimestamp = (ms: number): string => {
  const second = Math.floor(ms / 1000);
  let text = written.get(second);
  if (text === undefined) {
    if (written.size >= MEMO) written.clear();
    text = `${new Date(MODEL_EPOCH + second * 1000).toISOString().slice(0, 19)}Z`;
    written.set(second, text);
  }
  return text;
};

/** Model time (ms) as the API writes it where fractions of a second count: `2026-01-01T00:00:01.500000Z`. */
export const toMicroTimestamp = (ms: number): string => {
  const second = Math.floor(ms / 1000);
  const fraction = String(Math.floor(ms - second * 1000)).padStart(3, '0');
  return `${toTimestamp(ms).slice(0, -1)}.${fraction}000Z`;
};

/** The model time (ms) of a timestamp; the inverse of toTimestamp up to the cut-off fraction. */
export const fromTimestamp = (text: string): number => {
  let ms = read.get(text);
  if (ms === undefined) {
    if (read.size >= MEMO) read.clear();
    ms = Date.parse(text) - MODEL_EPOCH;
    read.set(text, ms);
  }
  return ms;
};
