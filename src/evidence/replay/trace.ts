import { OPERATIONS, type Operation } from '../operations/operation';

/** A pod as a recording lists it. */
export interface RecordedPod {
  readonly node: string | null;
  readonly bound: boolean;
  /** Name of the daemon set that owns it. */
  readonly controller: string | null;
  readonly phase: string;
  readonly ready: boolean;
  readonly version: string | null;
  /** Number of the revision its hash names; null if that is gone. */
  readonly revision: number | null;
  /** Index of the operation during which it appeared. */
  readonly since: number;
  readonly name?: string;
}

/** A daemon set as a recording lists it. */
export interface RecordedDaemonSet {
  readonly generation: number;
  readonly terminating?: boolean;
  readonly status: Readonly<Record<string, number>>;
  readonly revisions: readonly number[];
}

/** The state of the namespace once everything had settled. */
export interface RecordedState {
  readonly daemonSets: Readonly<Record<string, RecordedDaemonSet>>;
  readonly pods: readonly RecordedPod[];
}

/** One line of a recording. */
export type RecordedStep = Operation & {
  readonly expect: RecordedState;
  readonly error?: { readonly code: number; readonly message: string };
  /** Which nodes went first was the controller's free choice. */
  readonly anyNode?: boolean;
};

/** Recordings are made in this namespace. */
export const TRACE_NAMESPACE = 'trace';

/** A recording that cannot be read: which file and line, and why. */
export class TraceError extends Error {
  constructor(file: string, line: number, why: string) {
    super(`${file}:${line}: ${why}`);
    this.name = 'TraceError';
  }
}

const parseLine = (text: string, file: string, line: number): object => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TraceError(file, line, `not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TraceError(file, line, 'each line must hold one JSON object');
  }
  return value;
};

/**
 * Reads a recording: a header line, then one operation a line.
 * @throws TraceError naming file and line
 */
export const readTrace = (text: string, file: string): readonly RecordedStep[] => {
  const steps: RecordedStep[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const value = parseLine(line, file, index + 1);
    const { op, expect } = value as { readonly op?: unknown; readonly expect?: unknown };
    if (index === 0 && op === undefined) continue;
    if (typeof op !== 'string' || !OPERATIONS.has(op)) {
      const known = [...OPERATIONS].join(', ');
      throw new TraceError(file, index + 1, `unknown operation ${JSON.stringify(op)}; known are ${known}`);
    }
    if (typeof expect !== 'object' || expect === null) {
      throw new TraceError(file, index + 1, 'the expected state ("expect") is missing');
    }
    steps.push(value as RecordedStep);
  }
  if (steps.length === 0) throw new TraceError(file, 1, 'there is no operation in this file');
  return steps;
};
