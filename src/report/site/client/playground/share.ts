import type { Texts } from '../../../../play/files';

/** What a link to the playground holds: a text, and what it is played with if that is more than the text. */
export interface Shared {
  readonly text: string;
  /** Manifests, by the names that the text reads them by. */
  readonly files?: Texts;
  readonly seed?: number;
  readonly disturbed?: boolean;
}

/** No feature begins so: what does holds more than a text. */
const ENVELOPE = '{"rollcall":';

const VERSION = 1;

/** More than this is no feature that somebody wrote. */
const MOST_LETTERS = 1_000_000;

const NOT_READABLE = 'This link cannot be read.';

const through = async (
  bytes: BlobPart,
  stream: ReadableWritablePair<Uint8Array, BufferSource>,
  most: number,
) => {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) throw new Error(NOT_READABLE);
    parts.push(new Uint8Array(part.value));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

const base64url = (bytes: Uint8Array): string => {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const textOf = ({ text, files = {}, seed = 1, disturbed = false }: Shared): string => {
  const hasFiles = Object.keys(files).length > 0;
  if (!hasFiles && seed === 1 && !disturbed) return text;
  return JSON.stringify({
    rollcall: VERSION,
    text,
    ...(hasFiles ? { files } : {}),
    ...(seed === 1 ? {} : { seed }),
    ...(disturbed ? { disturbed } : {}),
  });
};

/** What follows `#play=`: the text alone, deflated, unless there is more than the text. */
export const pack = async (shared: Shared): Promise<string> =>
  base64url(await through(textOf(shared), new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY));

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string');

const sharedIn = (text: string): Shared => {
  if (!text.startsWith(ENVELOPE)) return { text };
  const { rollcall, text: inner, files, seed, disturbed } = JSON.parse(text) as Record<string, unknown>;
  if (rollcall !== VERSION || typeof inner !== 'string') throw new Error(NOT_READABLE);
  return {
    text: inner,
    ...(isTexts(files) ? { files } : {}),
    ...(Number.isSafeInteger(seed) && Number(seed) > 0 ? { seed: Number(seed) } : {}),
    ...(disturbed === true ? { disturbed } : {}),
  };
};

/** Reads what follows `#play=`. @throws if it cannot be read, or is larger than anything that somebody would write */
export const unpack = async (packed: string): Promise<Shared> => {
  const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const text = await through(bytes, new DecompressionStream('deflate-raw'), MOST_LETTERS);
  return sharedIn(new TextDecoder('utf-8', { fatal: true }).decode(text));
};
