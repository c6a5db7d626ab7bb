import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files among the paths, and all files of that ending in the folders among them, in order. */
const filesIn = (
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

/**
 * The files that a command line names, for a command that cannot go without any. Tells what is missing, and how the
 * command is used if nothing is named, or if that is what was asked.
 * @returns the files, or only how the command ends if there is nothing to do
 */
export const requestedFiles = (
  argv: readonly string[],
  ending: string,
  usage: string,
):
  | { readonly files: readonly string[]; readonly missing: readonly string[] }
  | { readonly exitCode: number } => {
  if (argv.length === 0 || argv.includes('--help')) {
    process.stdout.write(usage);
    return { exitCode: argv.length === 0 ? 1 : 0 };
  }
  const { files, missing } = filesIn(argv, ending);
  for (const path of missing) console.error(`${path}: no such file or folder`);
  return { files, missing };
};
