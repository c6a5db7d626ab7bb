/** As long as the longest label, and name of a namespace. */
export const LABEL_LENGTH = 63;
/** As long as the longest name of most kinds. */
export const NAME_LENGTH = 253;

const HASH_LENGTH = 7;

/** FNV-1a in base 36: the same text, the same seven characters. */
const hashOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36).padStart(HASH_LENGTH, '0');
};

/**
 * What names end with on the server while an example runs.
 * @param run as in Target: lower-case letters and digits, at most 8
 * @param number of the example, no other one of the run has it
 */
export const suffixOf = (run: string, number: number | string): string => `-${run}-${number}`;

/** Puts the mark of an example into names, and takes it out of texts. */
export class Mark {
  readonly suffix: string;
  /** The suffix, unless it is the beginning of another one: `-run-1` is not in `-run-12`. */
  readonly #pattern: RegExp;
  readonly #ofRun: RegExp;
  /** What was cut to have room for the suffix, by what became of it. */
  readonly #cut = new Map<string, string>();

  /** @throws Error if the suffix could not stand at the end of every name */
  constructor(suffix: string) {
    if (!/^-[a-z0-9]{1,8}-[a-z0-9]{1,12}$/.test(suffix)) throw new Error(`"${suffix}" cannot mark names`);
    this.suffix = suffix;
    this.#ofRun = new RegExp(`${suffix.slice(0, suffix.lastIndexOf('-'))}-[a-z0-9]+$`);
    this.#pattern = new RegExp(`${suffix}(?![0-9A-Za-z])`, 'g');
  }

  /** True if the mark stands somewhere in the text. */
  isIn(text: string): boolean {
    if (!text.includes(this.suffix)) return false;
    this.#pattern.lastIndex = 0;
    return this.#pattern.test(text);
  }

  /** True of a whole name that was marked. */
  isOn(name: string): boolean {
    return name.endsWith(this.suffix);
  }

  /** True of a whole name that another example of the run has marked, or this one. */
  isOfSameRun(name: string): boolean {
    return this.#ofRun.test(name);
  }

  /**
   * The name with the mark. A name that is too long as it is stays so: the server refuses it for that. One that would
   * become too long is cut.
   */
  put(name: string, longest = Number.POSITIVE_INFINITY): string {
    if (name.length > longest || name === '') return name;
    const whole = name + this.suffix;
    if (whole.length <= longest) return whole;
    const hash = hashOf(name);
    const room = longest - this.suffix.length - hash.length - 1;
    const short = `${name.slice(0, room).replace(/[^a-z0-9]+$/i, '')}-${hash}`;
    this.#cut.set(short, name);
    return short + this.suffix;
  }

  /** The text as it was before anything in it was marked. */
  takeOut(text: string): string {
    if (!text.includes(this.suffix)) return text;
    let plain = text.replace(this.#pattern, '');
    for (const [short, name] of this.#cut) if (plain.includes(short)) plain = plain.replaceAll(short, name);
    return plain;
  }
}
