import type { OutgoingHttpHeaders } from 'node:http';
import type { User } from '../../../port/api';
import type { Access } from './access';
import type { Call } from './connection';

/** Who is noted as having set a field, where nobody says. */
const AGENT = 'rollcall';

/** Names may be of any alphabet; Node.js writes one byte a character. */
const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** @see k8s.io/client-go/transport impersonatingRoundTripper */
const impersonating = ({ name, groups = [] }: User): OutgoingHttpHeaders => ({
  'Impersonate-User': asBytes(name),
  'Impersonate-Group': groups.map(asBytes),
});

/** What stands above a request. @param body the JSON, if there is any */
export const headersFor = (
  { headers: { ...own } }: Access,
  { contentType = 'application/json', accept = 'application/json', as }: Partial<Call>,
  body: string | undefined,
): OutgoingHttpHeaders => ({
  Accept: accept,
  'User-Agent': AGENT,
  ...(own as OutgoingHttpHeaders),
  ...(as ? impersonating(as) : {}),
  ...(body === undefined ? {} : { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body) }),
});
