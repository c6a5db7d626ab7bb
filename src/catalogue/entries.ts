import { load, YAMLException } from 'js-yaml';
import { type InLanguages, languages } from '../language/language';

/** A register that cannot be read. Each problem is a sentence that begins with file and line. */
export class RegisterError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'RegisterError';
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An entry of a list in YAML, or a part of one. What is wrong with it is said of the line where the entry begins. */
export class Entry {
  constructor(
    private readonly fields: Fields,
    /** Line of the entry, from 1. */
    readonly line: number,
    /** Says what is wrong, in a sentence. */
    readonly say: (problem: string) => void,
  ) {}

  /** As it was read. */
  raw(name: string): unknown {
    return this.fields[name];
  }

  text(name: string): string | undefined {
    const value = this.fields[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
    this.say(`"${name}" must be a text.`);
    return undefined;
  }

  /** The same text in every language; a language that is missing is said. @param what whose it is, for messages */
  inLanguages(what: string): InLanguages {
    const read = languages.map((language) => {
      const text = this.text(language) ?? '';
      if (text === '')
        this.say(`${what} has no "${language}". Say it in every language: ${languages.join(', ')}.`);
      return [language, text] as const;
    });
    return Object.fromEntries(read) as InLanguages;
  }

  /** A part of the entry that has fields itself. */
  part(name: string): Entry | undefined {
    const value = this.fields[name];
    if (value === undefined) return undefined;
    if (isFields(value)) return new Entry(value, this.line, this.say);
    this.say(`"${name}" must have fields of its own.`);
    return undefined;
  }

  /** A list of parts; empty if there is none. */
  parts(name: string): readonly Entry[] {
    const value = this.fields[name] ?? [];
    if (Array.isArray(value) && value.every(isFields))
      return value.map((each) => new Entry(each, this.line, this.say));
    this.say(`"${name}" must be a list, each of which has fields of its own.`);
    return [];
  }

  /** Says which fields there are that nobody reads. */
  checkFields(...known: readonly string[]): void {
    for (const name of Object.keys(this.fields))
      if (!known.includes(name)) this.say(`Nobody reads "${name}". Known: ${known.join(', ')}.`);
  }
}

/**
 * Reads a file that is a list of entries.
 * @param of what the list is called, and what it is a list of: `The register must be a list of claims, each with an id.`
 * @throws RegisterError with all that is wrong
 */
export const readEntries = <T>(
  text: string,
  file: string,
  of: string,
  read: (entry: Entry) => T | undefined,
): readonly T[] => {
  const lines = text.split('\n').flatMap((line, i) => (line.startsWith('- ') ? [i + 1] : []));
  const problems: string[] = [];
  const found = loadYaml(text, file, of).flatMap((fields, i) => {
    const line = lines[i] ?? 1;
    return read(new Entry(fields, line, (problem) => problems.push(`${file}:${line}: ${problem}`))) ?? [];
  });
  if (problems.length > 0) throw new RegisterError(problems);
  return found;
};

const loadYaml = (text: string, file: string, of: string): readonly Fields[] => {
  let document: unknown;
  try {
    document = load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new RegisterError([`${file}:${(error.mark?.line ?? 0) + 1}: no valid YAML: ${error.reason}.`]);
  }
  if (!Array.isArray(document) || !document.every(isFields)) throw new RegisterError([`${file}:1: ${of}`]);
  return document;
};
