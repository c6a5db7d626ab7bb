import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE } from './house';

const FOLDER = 'src/evidence/recordings';
const ENDING = '.jsonl';

/** The names of the recordings of a real control plane; none where Rollcall is a package, which does not bring them. */
export const recordingNames = (): readonly string[] => {
  try {
    return readdirSync(join(HOUSE, FOLDER))
      .filter((file) => file.endsWith(ENDING))
      .map((file) => file.slice(0, -ENDING.length));
  } catch {
    return [];
  }
};
