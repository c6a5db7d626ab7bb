import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HOUSE } from '../../../project/house';

const inHouse = (path: string): string => join(HOUSE, path);

/** Rollcall's own configuration, for a folder that has features alone. */
const CONFIGURATION = `module.exports = { default: {
  require: ${JSON.stringify([inHouse('src/project/disk.ts'), inHouse('steps/**/!(*.test).ts')])},
  format: [
    ${JSON.stringify(pathToFileURL(inHouse('src/report/formatter.cjs')).href)},
    [${JSON.stringify(pathToFileURL(inHouse('src/report/site.cjs')).href)}, 'reports/index.html'],
  ],
} };`;

/** What a run takes, and how it is asked for. */
export interface Trial {
  /** Files and folders of the house, by their paths: taken as they are. */
  readonly from?: readonly string[];
  /** Further files: texts by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files taken from the house, and what becomes of them. */
  readonly extended?: Readonly<Record<string, (text: string) => string>>;
  readonly args?: readonly string[];
}

const folders: string[] = [];
// Reports are shared by the tests of a process.
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs features as people do, in a folder of their own. @returns the path of the page that came of it */
export const reportOf = async ({
  from = [],
  files = {},
  extended = {},
  args = [],
}: Trial): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-site-'));
  folders.push(folder);
  for (const path of from) cpSync(inHouse(path), join(folder, path), { recursive: true });
  for (const [path, text] of Object.entries({ 'cucumber.js': CONFIGURATION, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [path, change] of Object.entries(extended))
    writeFileSync(join(folder, path), change(readFileSync(inHouse(path), 'utf8')));
  symlinkSync(inHouse('node_modules'), join(folder, 'node_modules'));
  const said = await start(folder, args);
  const page = join(folder, 'reports/index.html');
  if (!existsSync(page)) throw new Error(`The run wrote no page. It said:\n${said}`);
  return page;
};

/** @returns what the run prints */
const start = (folder: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const { ROLLCALL_SEED: _, ...env } = process.env;
    const command = ['-r', inHouse('src/loader/register.cjs'), inHouse('src/cli/start.ts'), ...args];
    const child = spawn(process.execPath, command, { cwd: folder, env });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
      });
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });
