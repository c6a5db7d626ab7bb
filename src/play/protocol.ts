import type { Session } from './session';

/** What of a session can be asked from another thread. */
export type Requests = Pick<Session, 'learn' | 'check' | 'play' | 'cut'>;
export type RequestName = keyof Requests;

/** A question to the thread that plays. */
export interface Question<Name extends RequestName = RequestName> {
  readonly id: number;
  readonly name: Name;
  readonly values: Parameters<Requests[Name]>;
}

/** Its answer: a value, or why there is none. */
export interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Answers a question. Never fails: what is wrong is part of the answer. */
export const answer = async (session: Session, { id, name, values }: Question): Promise<Answer> => {
  try {
    const ask = session[name] as (...values: readonly unknown[]) => unknown;
    return { id, value: await ask.apply(session, values) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
};
