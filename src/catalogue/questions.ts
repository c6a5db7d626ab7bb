import type { InLanguages } from '../language/language';
import { type Entry, readEntries } from './entries';
import { type ExampleName, readExample } from './shown';

/** Where the questions that people ask stand in a project. */
export const QUESTIONS_PATH = 'features/questions.yaml';

/** One of the answers to a question. */
export interface Cause {
  /** A sentence. */
  readonly says: InLanguages;
  /** The number of the claim that it belongs to: `D14`. */
  readonly claim: string;
  /** The example that shows it happen. */
  readonly example?: ExampleName;
}

/** A question that people ask, and what may be behind it, the most usual first. */
export interface Question {
  /** Stands in addresses: `why-did-my-pod-not-move`. */
  readonly id: string;
  readonly asks: InLanguages;
  readonly causes: readonly Cause[];
  /** Line of the entry, from 1. */
  readonly line: number;
}

const ID = /^[a-z]+(?:-[a-z]+)*$/;

/**
 * Reads the questions.
 * @param file its path, for messages
 * @throws RegisterError naming every entry that is wrong
 */
export const parseQuestions = (text: string, file: string = QUESTIONS_PATH): readonly Question[] => {
  const seen = new Map<string, number>();
  return readEntries(text, file, 'The questions must be a list, each with an id.', (entry) => {
    const id = entry.text('id') ?? '';
    if (!ID.test(id)) entry.say(`"${id}" is no id. Write small letters, with - between words.`);
    const first = seen.get(id);
    if (first !== undefined) entry.say(`"${id}" stands in line ${first} already. Give this one its own id.`);
    seen.set(id, entry.line);
    entry.checkFields('id', 'en', 'ko', 'causes');
    const causes = entry.parts('causes').map((part, i) => readCause(part, `Cause ${i + 1} of "${id}"`));
    if (causes.length === 0) entry.say(`"${id}" has no causes. Name at least one.`);
    return { id, asks: entry.inLanguages(`"${id}"`), causes, line: entry.line };
  });
};

const readCause = (part: Entry, what: string): Cause => {
  part.checkFields('en', 'ko', 'claim', 'feature', 'example');
  const claim = part.text('claim') ?? '';
  if (claim === '') part.say(`${what} has no "claim". Name the one that it belongs to, like D14.`);
  const example = readExample(part, what);
  return { says: part.inLanguages(what), claim, ...(example && { example }) };
};
