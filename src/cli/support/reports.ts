import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where a report is to stand, and where it is written until it is whole. */
interface Report {
  readonly path: string;
  readonly unfinished: string;
}

/**
 * The reports of a run. Each is written beside its place and put there when the run is over, so that whoever looks finds a
 * whole one, of this run or of the one before: when a run is stopped, and when two run at once.
 */
export class Reports {
  /** What Cucumber is to write: formats by path. */
  readonly formats: Readonly<Record<string, string>>;
  /** Why some will not be written; a sentence or two each. */
  readonly problems: readonly string[];
  readonly #reports: Report[] = [];

  /** @param wanted formats by the path where the report is to stand */
  constructor(wanted: Readonly<Record<string, string>>) {
    const formats: Record<string, string> = {};
    const problems: string[] = [];
    for (const [path, format] of Object.entries(wanted)) {
      if (isNoFile(path)) {
        formats[path] = format;
        continue;
      }
      const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`);
      const obstacle = beginningOf(unfinished);
      if (obstacle !== undefined) problems.push(`${path}: this report cannot be written: ${obstacle}`);
      else {
        formats[unfinished] = format;
        this.#reports.push({ path, unfinished });
      }
    }
    this.formats = formats;
    this.problems = problems;
  }

  /** Puts the reports in their places. @returns the paths of those that stand there now */
  finish(): readonly string[] {
    return this.#reports.splice(0).map(({ path, unfinished }) => {
      renameSync(unfinished, path);
      return path;
    });
  }

  /** Takes away what was begun. */
  discard(): void {
    for (const { unfinished } of this.#reports.splice(0)) rmSync(unfinished, { force: true });
  }

  /** Takes away what was begun if the process ends before the run does, by itself or by Ctrl-C. */
  discardAtExit(): void {
    process.once('exit', () => this.discard());
    process.once('SIGINT', () => process.exit(130));
    process.once('SIGTERM', () => process.exit(143));
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

/** Begins a file. @returns what keeps it from being written, if anything does */
const beginningOf = (path: string): string | undefined => {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};
