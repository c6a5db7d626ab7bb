import { load, YAMLException } from 'js-yaml';
import type { InLanguages, Language } from '../language/language';

/** Where the register of claims stands in a project. */
export const REGISTER_PATH = 'features/claims.yaml';

export const verdicts = ['holds', 'holds-when', 'superseded', 'misprint'] as const;
export type Verdict = (typeof verdicts)[number];

/** Verdicts as readers see them. */
export const verdictWords: InLanguages<Readonly<Record<Verdict, string>>> = {
  en: {
    holds: 'holds',
    'holds-when': 'holds when …',
    superseded: 'superseded',
    misprint: 'misprint',
  },
  ko: {
    holds: '성립',
    'holds-when': '조건부 성립 …',
    superseded: '예전에 성립',
    misprint: '오기',
  },
};

/** One numbered claim of the register. */
export interface Claim {
  /** `D07`, `K03`, `I12`: the letter says where the claim comes from; see `claimGroups`. */
  readonly id: string;
  readonly claim: string;
  readonly verdict: Verdict;
  /** Where the claim stands in its source. */
  readonly section?: string;
  /** For `holds-when`: the condition. For others: what was found. */
  readonly condition?: string;
  readonly source?: string;
  /** The first and the last release of Kubernetes of which the claim is true, `1.12`, where that is known. */
  readonly since?: string;
  readonly until?: string;
  /** Line of the entry in the register, from 1. */
  readonly line: number;
}

/** A register that cannot be read. Each problem is a sentence that begins with file and line. */
export class RegisterError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'RegisterError';
  }
}

const ID = /^[A-Z]\d\d$/;

/** Without quotes YAML takes `1.10` for a number, and drops the zero. */
const RELEASE = /^1\.\d+$/;

/** Tells whether a tag, without its `@`, has the form of a claim's number. */
export const looksLikeClaim = (tag: string): boolean => /^[A-Z]\d+$/.test(tag);

/**
 * Reads the register.
 * @param file its path, for messages
 * @throws RegisterError naming every entry that is wrong
 */
export const parseRegister = (text: string, file: string = REGISTER_PATH): readonly Claim[] => {
  const entries = loadYaml(text, file);
  const lines = linesOfEntries(text);
  const problems: string[] = [];
  const claims: Claim[] = [];
  const seen = new Map<string, number>();
  entries.forEach((entry, index) => {
    const line = lines[index] ?? 1;
    const say = (problem: string) => problems.push(`${file}:${line}: ${problem}`);
    const field = (name: string): string | undefined => {
      const value = entry[name];
      if (value === undefined || value === null) return undefined;
      if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
      say(`"${name}" must be a text.`);
      return undefined;
    };
    const release = (name: string): string | undefined => {
      const value = entry[name];
      if (value === undefined || (typeof value === 'string' && RELEASE.test(value))) return value;
      say(`"${name}" must be a release of Kubernetes, in quotes, like "1.12".`);
      return undefined;
    };
    const id = field('id') ?? '';
    const claim = field('claim') ?? '';
    const verdict = field('verdict') ?? '';
    const condition = field('condition');
    if (!ID.test(id)) say(`"${id}" is no claim number. Write a capital letter and two digits, like D07.`);
    const first = seen.get(id);
    if (first !== undefined)
      say(`${id} is registered already, in line ${first}. Give this one its own number.`);
    seen.set(id, line);
    if (claim === '') say(`${id} has no "claim". Say in one sentence what is claimed.`);
    if (!isVerdict(verdict))
      say(`${id} has the verdict "${verdict}". Choose one of: ${verdicts.join(', ')}.`);
    else if (verdict === 'holds-when' && !condition)
      say(`${id} holds only sometimes, but has no "condition". Say when it holds.`);
    else
      claims.push({
        id,
        claim,
        verdict,
        condition,
        section: field('section'),
        source: field('source'),
        since: release('since'),
        until: release('until'),
        line,
      });
  });
  if (problems.length > 0) throw new RegisterError(problems);
  return claims;
};

/** Of which releases a claim speaks, in words: `Kubernetes 1.12 and later`. Undefined if it does not say. */
export const releasesOf = (
  { since, until }: Pick<Claim, 'since' | 'until'>,
  language: Language = 'en',
): string | undefined => {
  if (since && until)
    return `Kubernetes ${{ en: `${since} to ${until}`, ko: `${since}부터 ${until}까지` }[language]}`;
  if (since) return `Kubernetes ${{ en: `${since} and later`, ko: `${since} 이상` }[language]}`;
  return until && `Kubernetes ${{ en: `up to ${until}`, ko: `${until} 이하` }[language]}`;
};

const isVerdict = (text: string): text is Verdict => verdicts.some((verdict) => verdict === text);

const isEntry = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const loadYaml = (text: string, file: string): readonly Readonly<Record<string, unknown>>[] => {
  let document: unknown;
  try {
    document = load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new RegisterError([`${file}:${(error.mark?.line ?? 0) + 1}: no valid YAML: ${error.reason}.`]);
  }
  if (!Array.isArray(document) || !document.every(isEntry))
    throw new RegisterError([`${file}:1: The register must be a list of claims, each with an id.`]);
  return document;
};

/** The lines where the entries of a top-level list begin. */
const linesOfEntries = (text: string): readonly number[] =>
  text.split('\n').flatMap((line, index) => (line.startsWith('- ') ? [index + 1] : []));
