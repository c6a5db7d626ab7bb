import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { takeFilesFrom } from '../run/files';

// Loaded for its effect, by whatever runs features where there is a disk.
takeFilesFrom({
  read(path, feature) {
    const beside = resolve(dirname(feature), path);
    return readFileSync(existsSync(beside) ? beside : resolve(path), 'utf8');
  },
});
