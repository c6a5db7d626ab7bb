/** An answer that is ready to be sent: what a path gives that is no object of the API. */
export interface Reply {
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const JSON_TYPE = 'application/json';
const TEXT_TYPE = 'text/plain; charset=utf-8';

/** JSON that people read: indented by two. @see k8s.io/apiserver/pkg/endpoints/handlers/responsewriters WriteRawJSON */
export const rawJson = (code: number, value: object): Reply => ({
  code,
  headers: { 'content-type': JSON_TYPE },
  body: JSON.stringify(value, undefined, 2),
});

/** Plain text, which browsers must not take for anything else. */
export const text = (code: number, body: string): Reply => ({
  code,
  headers: { 'content-type': TEXT_TYPE, 'x-content-type-options': 'nosniff' },
  body,
});

/** What is answered where there is nothing. Clients make a sentence of their own of it. @see net/http NotFound */
export const pageNotFound = (): Reply => text(404, '404 page not found\n');
