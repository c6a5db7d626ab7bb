import { join } from 'node:path';

/** Rollcall's own folder: where its phrases and features are. */
export const HOUSE = join(__dirname, '../..');
