import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROLLCALL = join(__dirname, '../..');
const PACKAGES = ['ts-node', 'typescript', '@swc', 'regexp-match-indices'];

/** What a program said. */
export interface Said {
  readonly text: string;
  /** Whether the compiler was loaded for it. */
  readonly compiled: boolean;
  readonly stack: string;
}

const MAIN = `import { greet } from './greeting';

let stack = '';
try {
  greet('nobody');
} catch (error) {
  stack = (error as Error).stack ?? '';
}
const compiled = Object.keys(require.cache).some((file) => file.includes('ts-node'));
greet('all').then((text) => console.log(JSON.stringify({ text, compiled, stack })));
`;

/** Words that compiling takes away stand above the line that throws. */
export const greeting = (word: string): string => `import { mark } from 'marks';

interface Greeting {
  readonly text: string;
}

export const greet = (name: string): Promise<string> => {
  if (name === 'nobody') throw new Error('There is nobody.');
  const greeting: Greeting = { text: '${word}, ' + name };
  return mark(greeting.text);
};
`;

/** The line of \`greeting\` that throws. */
export const LINE_THAT_THROWS = 8;

/** A package that is evaluated in the ordinary way, for it says `import()`, and uses one that is not. */
const MARKS = `const mark = require('./mark');
exports.mark = async (text) => {
  const { EOL } = await import('node:os');
  return (text + mark + EOL).trim();
};
`;

/** A house of its own in a temporary folder: the loader, a program of two files, and a package. */
export class House {
  readonly directory = realpathSync(mkdtempSync(join(tmpdir(), 'rollcall-loader-')));
  /** Where the caches of the user are. */
  readonly home = join(this.directory, 'home');

  constructor() {
    cpSync(join(ROLLCALL, 'src/loader'), join(this.directory, 'src/loader'), { recursive: true });
    cpSync(join(ROLLCALL, 'tsconfig.json'), join(this.directory, 'tsconfig.json'));
    mkdirSync(join(this.directory, 'node_modules'));
    for (const name of PACKAGES)
      symlinkSync(
        join(ROLLCALL, 'node_modules', name),
        join(this.directory, 'node_modules', name),
        'junction',
      );
    this.write('node_modules/.package-lock.json', '{}');
    this.install('node_modules', '!');
    this.write('main.ts', MAIN);
    this.write('greeting.ts', greeting('Hello'));
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.directory, path)), { recursive: true });
    writeFileSync(join(this.directory, path), text);
  }

  /** Puts the package into a folder, with a mark to set behind what is said. */
  install(folder: string, mark: string): void {
    this.write(`${folder}/marks/index.js`, MARKS);
    this.write(`${folder}/marks/mark.js`, `module.exports = '${mark}';`);
  }

  /** The caches in the folder of packages. */
  caches(): readonly string[] {
    const folder = join(this.directory, 'node_modules/.cache/rollcall');
    return readdirSync(folder).map((file) => join(folder, file));
  }

  /** Runs the program. @throws if it fails, or writes anything but what it has to say */
  run(): Promise<Said> {
    const child = spawn(process.execPath, ['-r', './src/loader/register.cjs', 'main.ts'], {
      cwd: this.directory,
      env: { ...process.env, XDG_CACHE_HOME: this.home },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0 && stderr === '') resolve(JSON.parse(stdout) as Said);
        else reject(new Error(`exit code ${code}: ${stderr}`));
      });
    });
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
