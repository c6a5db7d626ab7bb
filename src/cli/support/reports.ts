import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where a report is to stand, and where it is written until it is whole. */
interface Report {
  readonly path: string;
  readonly unfinished: string;
  readonly format: string;
}

/**
 * The reports of a run. Each is written beside its place and put there when the run is over, so that whoever looks finds a
 * whole one, of this run or of the one before: when a run is stopped, and when two run at once.
 */
export class Reports {
  /** What Cucumber is to write: formats by path. */
  readonly formats: Readonly<Record<string, string>>;
  readonly #problems: string[] = [];
  readonly #reports: Report[] = [];

  /** @param wanted formats by the path where the report is to stand */
  constructor(wanted: Readonly<Record<string, string>>) {
    const formats: Record<string, string> = {};
    for (const [path, format] of Object.entries(wanted)) {
      if (isNoFile(path)) {
        formats[path] = format;
        continue;
      }
      const unfinished = `${beginningOf(path)}${process.pid}`;
      const obstacle = obstacleTo(() => begin(path, unfinished));
      if (obstacle !== undefined) this.#problems.push(`${path}: this report cannot be written: ${obstacle}`);
      else {
        formats[unfinished] = format;
        this.#reports.push({ path, unfinished, format });
      }
    }
    this.formats = formats;
  }

  /** What writes each, by the path where it will stand. */
  get formatsByPlace(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#reports.map(({ path, format }) => [path, format]));
  }

  /** Why some are not written; a sentence or two each. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /**
   * Puts the reports in their places, and takes away those that are not wanted: what stood there before stays.
   * @returns the paths of those that stand there now
   */
  finish(isWanted: (format: string) => boolean = () => true): readonly string[] {
    return this.#reports.splice(0).flatMap(({ path, unfinished, format }) => {
      if (!isWanted(format)) {
        rmSync(unfinished, { force: true });
        return [];
      }
      const obstacle = obstacleTo(() => renameSync(unfinished, path));
      if (obstacle === undefined) return [path];
      this.#problems.push(`${path}: this report cannot be written: ${obstacle}`);
      rmSync(unfinished, { force: true });
      return [];
    });
  }

  /** Takes away what was begun. */
  discard(): void {
    for (const { unfinished } of this.#reports.splice(0)) rmSync(unfinished, { force: true });
  }

  /** Takes away what was begun if the process ends before the run does. What a signal ends, the next run clears away. */
  discardAtExit(): void {
    process.once('exit', () => this.discard());
  }
}

/** A terminal, a pipe or the like: nothing can be put in its place. */
const isNoFile = (path: string): boolean => {
  try {
    const stats = statSync(path);
    return !stats.isFile() && !stats.isDirectory();
  } catch {
    return false;
  }
};

/** What the path of an unfinished report begins with; the number of the process that writes it follows. */
const beginningOf = (path: string): string => join(dirname(path), `.${basename(path)}.`);

/** Begins a report, and clears away those that were begun by processes that are no more. */
const begin = (path: string, unfinished: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  const beginning = basename(beginningOf(path));
  for (const name of readdirSync(dirname(path))) {
    const writer = name.startsWith(beginning) ? Number(name.slice(beginning.length)) : Number.NaN;
    if (Number.isInteger(writer) && !isRunning(writer)) rmSync(join(dirname(path), name));
  }
  writeFileSync(unfinished, '');
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Does something to files. @returns what keeps it from being done, if anything does */
const obstacleTo = (action: () => void): string | undefined => {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};
