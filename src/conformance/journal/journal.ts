import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Suite } from '../about/suite';
import type { Run } from '../running/crew';

/** Its name in the folder of reports. */
export const JOURNAL = 'conformance.journal.ndjson';

/** What a run was of. It can be resumed only where all this is the same. */
export interface Heading {
  readonly journal: 1;
  /** The name of the run: what it made on the cluster carries it. */
  readonly run: string;
  /** Milliseconds since 1970. */
  readonly began: number;
  readonly suite: Suite;
  /** `id` of the cluster. */
  readonly cluster: string;
  readonly version: string;
  readonly mode: string;
  readonly patience: number;
  readonly hold: number;
  readonly selection: readonly string[];
}

/** A journal as it was found. */
export interface Found {
  readonly heading: Heading;
  readonly runs: readonly Run[];
}

/** A run cannot be resumed; `message` says why, and what to do. */
export class ResumeError extends Error {}

/**
 * What ended in a run, one example a line, on the disk as soon as it has ended: the run can go on after whatever stops it.
 */
export class Journal {
  readonly #file: number;

  private constructor(path: string, flags: 'w' | 'a') {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, flags);
  }

  /** Begins a new one in this folder; the one of the run before is given up. */
  static begin(folder: string, heading: Heading): Journal {
    const journal = new Journal(join(folder, JOURNAL), 'w');
    journal.#write(heading);
    return journal;
  }

  /** Goes on with the one that lies there. What its last line lacks is lost: its example had not been noted. */
  static goOn(folder: string): Journal {
    const journal = new Journal(join(folder, JOURNAL), 'a');
    writeSync(journal.#file, '\n');
    return journal;
  }

  note(run: Run): void {
    this.#write(run);
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(line: Heading | Run): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
    fsyncSync(this.#file);
  }
}

/** The journal in this folder; undefined if there is none, or none that can be read. */
export const readJournal = (folder: string): Found | undefined => {
  const path = join(folder, JOURNAL);
  if (!existsSync(path)) return undefined;
  const [heading, ...runs] = readFileSync(path, 'utf8').split('\n').map(parsed);
  if (!isHeading(heading)) return undefined;
  return { heading, runs: runs.filter(isRun) };
};

/** Undefined for a line that broke off, and for an empty one. */
const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const isHeading = (line: unknown): line is Heading => (line as Partial<Heading> | undefined)?.journal === 1;
const isRun = (line: unknown): line is Run => (line as Partial<Run> | undefined)?.how !== undefined;

/**
 * The journal of a run that is to be resumed.
 * @param wanted what the run is of now
 * @throws ResumeError naming the first thing that is not as it was
 */
export const resumable = (folder: string, wanted: Heading): Found => {
  const found = readJournal(folder);
  if (!found) throw new ResumeError(`There is no run to be resumed: ${join(folder, JOURNAL)} is not there.`);
  for (const [what, of] of Object.entries(SAME)) {
    const [then, now] = [of(found.heading), of(wanted)];
    if (then !== now)
      throw new ResumeError(
        `The run ${found.heading.run} cannot be resumed: ${what} was ${then}, and is now ${now}. ` +
          'Run it as it was, or begin anew without --resume.',
      );
  }
  return found;
};

const SAME: Readonly<Record<string, (heading: Heading) => string>> = {
  'the cluster': ({ cluster }) => cluster,
  'the version of the server': ({ version }) => version,
  'the commit of the suite': ({ suite }) => suite.commit ?? suite.version,
  'the digest of the suite': ({ suite }) => suite.digest,
  'the mode': ({ mode }) => mode,
  'the patience': ({ patience }) => `${patience / 1000} seconds`,
  'the hold': ({ hold }) => `${hold / 1000} seconds`,
  'the selection': ({ selection }) => (selection.length === 0 ? 'everything' : selection.join(' ')),
};
