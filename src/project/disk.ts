import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FolderError, takeFilesFrom } from '../run/files';

// Loaded for its effect, by whatever runs features where there is a disk.
takeFilesFrom({
  read(path, feature) {
    const beside = resolve(dirname(feature), path);
    const found = existsSync(beside) ? beside : resolve(path);
    if (statSync(found, { throwIfNoEntry: false })?.isDirectory())
      throw new FolderError(`${path} is a folder`);
    return readFileSync(found, 'utf8');
  },
  beside: (feature) =>
    readdirSync(resolve(dirname(feature)), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name),
});
