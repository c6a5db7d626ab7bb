import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Measured, Workload } from './workload';

/** Rollcall's own folder. */
export const HOUSE = join(__dirname, '../../..');

/** Lets a process of Node.js read TypeScript. */
export const LOADER = join(HOUSE, 'src/loader/register.cjs');

/** A command, and where it runs. */
export interface Command {
  readonly argv: readonly string[];
  readonly directory: string;
}

/** Cucumber itself, as it is installed. */
export const cucumber = (directory: string, ...args: readonly string[]): Command => ({
  argv: [
    process.execPath,
    join(dirname(require.resolve('@cucumber/cucumber/package.json')), 'bin/cucumber.js'),
    ...args,
  ],
  directory,
});

/** `npm start`, npm included. */
export const npmStart = (...args: readonly string[]): Command => {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  return { argv: [...npm, 'start', '--', ...args], directory: HOUSE };
};

/** What a command prints. @throws if it fails, unless it may */
export const outputOf = (command: Command, { mayFail = false } = {}): string =>
  run(command, process.env, mayFail);

const run = (
  { argv: [program = '', ...args], directory }: Command,
  env: NodeJS.ProcessEnv,
  mayFail = false,
): string => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: directory,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && !mayFail) throw new Error(`${program} ${args.join(' ')} failed:\n${stderr}${stdout}`);
  return stdout;
};

/** Seconds of CPU that a command uses, its children and all their threads included. @throws if it fails */
export const cpuOf = (command: Command): number => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
  const file = join(folder, 'cpu');
  try {
    const preload = `--require "${join(__dirname, 'cpuAtExit.cjs').replaceAll('\\', '\\\\')}"`;
    run(command, { ...process.env, NODE_OPTIONS: preload, ROLLCALL_CPU_FILE: file });
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .reduce((sum, line) => sum + Number(line), 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Measures a workload in a process of its own, so that memory is its own too. */
export const measureInChild = (workload: Workload): Measured =>
  JSON.parse(
    run(
      {
        argv: [process.execPath, '-r', LOADER, join(__dirname, 'measure.ts'), JSON.stringify(workload)],
        directory: HOUSE,
      },
      process.env,
    ),
  ) as Measured;
