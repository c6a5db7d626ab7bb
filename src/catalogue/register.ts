import type { InLanguages, Language } from '../language/language';
import { type Entry, readEntries } from './entries';
import { readExample, type Shown } from './shown';

/** Where the register of claims stands in a project. */
export const REGISTER_PATH = 'features/claims.yaml';

export const verdicts = ['holds', 'holds-when', 'superseded', 'misprint'] as const;
export type Verdict = (typeof verdicts)[number];

/** Verdicts as readers see them. */
export const verdictWords: InLanguages<Readonly<Record<Verdict, string>>> = {
  en: {
    holds: 'holds',
    'holds-when': 'holds when …',
    superseded: 'was true once',
    misprint: 'misprint',
  },
  ko: {
    holds: '맞음',
    'holds-when': '조건부로 맞음',
    superseded: '예전에는 맞았음',
    misprint: '표기 오류',
  },
};

/** What a claim says, in one language. */
export interface ClaimText {
  readonly claim: string;
  /** For `holds-when`: the condition. For others: what was found. */
  readonly condition?: string;
}

/** One numbered claim of the register. Its text is the English one. */
export interface Claim extends ClaimText {
  /** `D07`, `K03`, `I12`: the letter says where the claim comes from; see `claimGroups`. */
  readonly id: string;
  readonly verdict: Verdict;
  /** The same in Korean. */
  readonly ko?: ClaimText;
  /** Two examples that show the claim from both sides, where it has two. */
  readonly sides?: readonly Shown[];
  /** Where the claim stands in its source. */
  readonly section?: string;
  readonly source?: string;
  /** The first and the last release of Kubernetes of which the claim is true, `1.12`, where that is known. */
  readonly since?: string;
  readonly until?: string;
  /** Line of the entry in the register, from 1. */
  readonly line: number;
}

/** The claim in a language; in English if the register does not say it in that one. */
export const claimIn = (claim: Claim, language: Language): ClaimText =>
  (language === 'ko' ? claim.ko : undefined) ?? claim;

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
  const seen = new Map<string, number>();
  return readEntries(text, file, 'The register must be a list of claims, each with an id.', (entry) => {
    const { line, say } = entry;
    const id = entry.text('id') ?? '';
    const claim = entry.text('claim') ?? '';
    const verdict = entry.text('verdict') ?? '';
    const condition = entry.text('condition');
    if (!ID.test(id)) say(`"${id}" is no claim number. Write a capital letter and two digits, like D07.`);
    const first = seen.get(id);
    if (first !== undefined)
      say(`${id} is registered already, in line ${first}. Give this one its own number.`);
    seen.set(id, line);
    if (claim === '') say(`${id} has no "claim". Say in one sentence what is claimed.`);
    if (!isVerdict(verdict)) {
      say(`${id} has the verdict "${verdict}". Choose one of: ${verdicts.join(', ')}.`);
      return undefined;
    }
    if (verdict === 'holds-when' && !condition)
      say(`${id} holds only sometimes, but has no "condition". Say when it holds.`);
    const ko = readKorean(entry, id, condition);
    const sides = readSides(entry, id);
    return {
      id,
      claim,
      verdict,
      condition,
      ...(ko && { ko }),
      ...(sides && { sides }),
      section: entry.text('section'),
      source: entry.text('source'),
      since: release(entry, 'since'),
      until: release(entry, 'until'),
      line,
    };
  });
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

const release = (entry: Entry, name: string): string | undefined => {
  const value = entry.raw(name);
  if (value === undefined || (typeof value === 'string' && RELEASE.test(value))) return value;
  entry.say(`"${name}" must be a release of Kubernetes, in quotes, like "1.12".`);
  return undefined;
};

/** What the register says in Korean: as much as in English, or nothing. */
const readKorean = (entry: Entry, id: string, condition: string | undefined): ClaimText | undefined => {
  const part = entry.part('ko');
  if (!part) return undefined;
  part.checkFields('claim', 'condition');
  const ko = { claim: part.text('claim') ?? '', condition: part.text('condition') };
  if (ko.claim === '') entry.say(`${id} has no "claim" under "ko". Say it in Korean.`);
  if ((ko.condition === undefined) !== (condition === undefined))
    entry.say(`${id} has a "condition" in one language only. Say it in both, or in none.`);
  return ko;
};

const SIDES = 2;

const readSides = (entry: Entry, id: string): readonly Shown[] | undefined => {
  if (entry.raw('sides') === undefined) return undefined;
  const parts = entry.parts('sides');
  if (parts.length !== SIDES) entry.say(`${id} has ${parts.length} "sides". A claim has two, or none.`);
  return parts.flatMap((part, i) => {
    const what = `Side ${i + 1} of ${id}`;
    part.checkFields('en', 'ko', 'feature', 'example');
    const says = part.inLanguages(what);
    const example = readExample(part, what);
    if (!example && part.raw('feature') === undefined)
      part.say(`${what} has no example. Write "feature", its path, and "example", its title.`);
    return example ? [{ says, example }] : [];
  });
};
