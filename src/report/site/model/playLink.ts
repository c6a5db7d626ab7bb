import { deflateRawSync } from 'node:zlib';
import { pages } from './addresses';

/** The address of the playground with a text in it: deflated, in the letters of base64 that addresses may have. */
export const playLink = (text: string): string =>
  `#${pages.play}=${deflateRawSync(text, { level: 9 }).toString('base64url')}`;
