import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { KUBECONFIG_MARK } from './kubeconfig';

/** A file that is somebody else's. */
export class ForeignFileError extends Error {}

const isOurs = (path: string): boolean => readFileSync(path, 'utf8').startsWith(KUBECONFIG_MARK);

/**
 * Writes a kubeconfig that only its owner may read. It is there as a whole, or not at all.
 * @param overwrites whether a file may be replaced that was not written here
 * @throws ForeignFileError if there is one, and the errors of the file system
 */
export const writeKubeconfig = (path: string, text: string, overwrites = false): void => {
  if (!overwrites && existsSync(path) && !isOurs(path))
    throw new ForeignFileError(`${path} is there already, and Rollcall did not write it.`);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
};
