import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files among the paths, and all files of that ending in the folders among them, in order. */
export const filesIn = (
  paths: readonly string[],
  ending: string,
): { readonly files: readonly string[]; readonly missing: readonly string[] } => {
  const files: string[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) missing.push(path);
    else if (!stat.isDirectory()) files.push(path);
    else {
      const found = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith(ending),
      );
      files.push(...found.sort().map((name) => join(path, name)));
    }
  }
  return { files, missing };
};
