import type { Change } from '../timeline/change';

/**
 * A digest of all changes, 16 hexadecimal digits. It stands for what was written when and in which order, for each object's
 * identity and version. Two hashes of 32 bits: FNV-1a, and one that is multiplied otherwise.
 */
export const digestOf = (changes: readonly Change[]): string => {
  const digest = new Digest();
  for (const { at, type, object } of changes) {
    const { namespace = '', name, uid, resourceVersion } = object.metadata;
    digest.add(`${at}\n${type}\n${object.kind}\n${namespace}\n${name}\n${uid}\n${resourceVersion}\n`);
  }
  return digest.toString();
};

class Digest {
  #a = 0x811c9dc5;
  #b = 0x9e3779b9;

  add(text: string): void {
    let [a, b] = [this.#a, this.#b];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x5bd1e995);
      b ^= b >>> 15;
    }
    this.#a = a;
    this.#b = b;
  }

  toString(): string {
    return [this.#a, this.#b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
