import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Rollcall's own folder. */
export const HOUSE = join(__dirname, '../..');

const CONFIGURATION = `module.exports = { default: {
  require: ['steps/**/*.js'],
  format: [[${JSON.stringify(pathToFileURL(join(HOUSE, 'src/report/formatter.cjs')).href)}]],
} };`;

/** What a command did. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const begin = (cwd: string, command: string, args: readonly string[]) => {
  const { NO_COLOR: _, ROLLCALL_SEED: __, ...env } = process.env;
  return spawn(
    process.execPath,
    ['-r', join(HOUSE, 'src/loader/register.cjs'), join(HOUSE, `src/cli/${command}.ts`), ...args],
    { cwd, env },
  );
};

/** Runs one of the commands in src/cli, in a folder. */
export const runCommandIn = (cwd: string, command: string, ...args: readonly string[]): Promise<Ran> =>
  endOf(begin(cwd, command, args));

const endOf = (child: ReturnType<typeof begin>): Promise<Ran> => {
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
};

/** A small project of its own, in which Rollcall's commands are run as people run them. */
export class Project {
  readonly directory = mkdtempSync(join(tmpdir(), 'rollcall-'));

  /** Writes files, given by their paths in the project. */
  async write(files: Readonly<Record<string, string>>): Promise<void> {
    const all = { 'cucumber.js': CONFIGURATION, ...files };
    for (const [path, text] of Object.entries(all)) {
      await mkdir(dirname(join(this.directory, path)), { recursive: true });
      writeFileSync(join(this.directory, path), text);
    }
    symlinkSync(join(HOUSE, 'node_modules'), join(this.directory, 'node_modules'));
  }

  /** Runs one of the commands in src/cli. */
  run(command: string, ...args: readonly string[]): Promise<Ran> {
    return runCommandIn(this.directory, command, ...args);
  }

  /** Runs one of the commands in src/cli for somebody who has closed the pipe that it prints to. */
  runUnread(command: string, ...args: readonly string[]): Promise<Ran> {
    const child = begin(this.directory, command, args);
    child.stdout.destroy();
    return endOf(child);
  }

  /** Runs one of the commands in src/cli, and sends it a signal when it has printed some words. */
  runUntil(words: string, signal: NodeJS.Signals, command: string, ...args: readonly string[]): Promise<Ran> {
    const child = begin(this.directory, command, args);
    let printed = '';
    const listen = (chunk: unknown): void => {
      printed += chunk;
      if (!printed.includes(words)) return;
      child.stdout.off('data', listen);
      child.kill(signal);
    };
    child.stdout.on('data', listen);
    return endOf(child);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
