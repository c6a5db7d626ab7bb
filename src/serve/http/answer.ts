import type { ServerResponse } from 'node:http';

/** Headers of an answer, by their names in small letters. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/** An object, written as JSON. */
export interface ObjectAnswer {
  readonly code: number;
  readonly object: object;
  readonly headers?: AnswerHeaders;
}

/** A text that is not JSON, or is JSON already: its media type says so. */
export interface TextAnswer {
  readonly code: number;
  readonly type: string;
  readonly text: string | Buffer;
  readonly headers?: AnswerHeaders;
}

/** Something that writes to the client for as long as it likes, a watch. Nothing was written before. */
export interface StreamAnswer {
  stream(response: ServerResponse): void;
}

/** What a request is answered with. Refusals are thrown as ApiError instead. */
export type Answer = ObjectAnswer | TextAnswer | StreamAnswer;

/** Handles one kind of request. */
export type Handler<Request> = (request: Request) => Answer | Promise<Answer>;

/** An object, with code 200. */
export const ok = (object: object): ObjectAnswer => ({ code: 200, object });
