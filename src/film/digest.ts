import type { Change } from '../timeline/change';

/**
 * A digest of all changes, 16 hexadecimal digits: the same wherever it is worked out. It covers when and in which order things
 * were written, each object's identity and version, and every plain value of it, of its spec and its status, but nothing that
 * lies deeper: going through all of it costs ten times as much.
 */
export const digestOf = (changes: readonly Change[]): string => {
  const digest = new Digest();
  for (const { at, type, object } of changes) {
    const { kind, metadata } = object;
    const { spec, status } = object as { readonly spec?: unknown; readonly status?: unknown };
    digest.addNumber(at);
    digest.addText(type);
    digest.addText(kind);
    digest.addText(metadata.namespace ?? '');
    digest.addText(metadata.name);
    digest.addText(metadata.uid);
    digest.addText(metadata.resourceVersion);
    digest.addPlainValues(object);
    digest.addPlainValues(spec);
    digest.addPlainValues(status);
  }
  return digest.toString();
};

/** Two hashes of 32 bits: FNV-1a over numbers, and one that multiplies otherwise and stirs. */
class Digest {
  #a = 0x811c9dc5;
  #b = 0x9e3779b9;
  /** The same texts come again and again. */
  readonly #texts = new Map<string, number>();

  addNumber(number: number): void {
    if (Number.isSafeInteger(number)) {
      this.#add(number | 0);
      this.#add((number / 2 ** 32) | 0);
    } else this.addText(String(number));
  }

  addText(text: string): void {
    let hash = this.#texts.get(text);
    if (hash === undefined) {
      hash = text.length;
      for (let i = 0; i < text.length; i++)
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x5bd1e995) ^ (hash >>> 15);
      this.#texts.set(text, hash);
    }
    this.#add(hash);
  }

  addPlainValues(part: unknown): void {
    const fields = (typeof part === 'object' ? part : null) as Readonly<Record<string, unknown>> | null;
    for (const key in fields) {
      const value = fields?.[key];
      if (typeof value === 'string') this.addText(value);
      else if (typeof value === 'number') this.addNumber(value);
      else if (typeof value === 'boolean' || typeof value === 'bigint') this.addText(String(value));
      else continue;
      this.addText(key);
    }
    this.#add(1);
  }

  #add(number: number): void {
    this.#a = Math.imul(this.#a ^ number, 0x01000193);
    const b = Math.imul(this.#b ^ number, 0x5bd1e995);
    this.#b = b ^ (b >>> 15);
  }

  toString(): string {
    return [this.#a, this.#b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
