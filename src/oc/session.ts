import type { Discovery } from '../kubernetes/kinds/kinds';
import { forbidden } from '../kubernetes/refusals';
import type { Api, User } from '../port/api';
import type { Cluster } from '../port/cluster';
import type { DryRun } from './dryRun';
import { describeFailure, fail } from './errors';
import { hearingWarnings, onlyTrying } from './requests';

/** Where a command is given: by whom, in which project, with which files at hand. */
export interface Shell {
  readonly cluster: Cluster;
  /** Nobody in particular is a cluster administrator. */
  readonly user?: User;
  /** The current project. `oc project` and `oc new-project` change it. */
  namespace: string;
  /** The text of a file. @throws if there is no such file. */
  readFile(path: string): string;
}

/** What a command wrote, and how it ended. */
export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  /** 0 if all went well. */
  readonly exitCode: number;
  /** True if the line is no command: a program, verb, flag or kind of object that nobody knows. Nothing was tried. */
  readonly isMisspelt: boolean;
  /** Both streams together, in the order they were written: what a person at the terminal sees. */
  readonly terminal: string;
}

/** One run of one command. */
export interface Session {
  readonly shell: Shell;
  /** The API as the user of this command. */
  readonly api: Api;
  /** The kinds that the API serves now. */
  readonly kinds: Discovery;
  readonly user?: User;
  readonly namespace: string;
  /** True if the command itself says `-n`. */
  readonly namespaceGiven: boolean;
  /** Model time in ms. */
  now(): number;
  /** Writes a line to standard output. */
  print(line: string): void;
  /** Writes text that ends its own lines. */
  write(text: string): void;
  /** Writes a line to standard error. */
  warn(line: string): void;
}

/** Collects what a command writes. */
export class Output {
  readonly #pieces: { readonly stream: 'stdout' | 'stderr'; readonly text: string }[] = [];

  write(stream: 'stdout' | 'stderr', text: string): void {
    this.#pieces.push({ stream, text });
  }

  of(stream?: 'stdout' | 'stderr'): string {
    return this.#pieces
      .filter((piece) => stream === undefined || piece.stream === stream)
      .map((piece) => piece.text)
      .join('');
  }
}

/** Starts a session; `-n`, `--as` and `--as-group` of the command override the shell. */
export const startSession = async (
  shell: Shell,
  output: Output,
  globals: { readonly namespace?: string; readonly as?: string; readonly asGroup: readonly string[] },
  dryRun: DryRun = false,
): Promise<Session> => {
  if (globals.as === undefined && globals.asGroup.length > 0) {
    throw fail('requesting groups, extra or UID without impersonating a user');
  }
  const user: User | undefined =
    globals.as === undefined ? shell.user : { name: globals.as, groups: globals.asGroup };
  const { cluster } = shell;
  const warn = (line: string): void => output.write('stderr', `${line}\n`);
  const heard = hearingWarnings(user ? cluster.as(user) : cluster.api, (text) => warn(`Warning: ${text}`));
  const api = dryRun === 'server' ? onlyTrying(heard) : heard;
  return {
    shell,
    user,
    api,
    kinds: await api.kinds(),
    namespace: globals.namespace ?? shell.namespace,
    namespaceGiven: globals.namespace !== undefined,
    now: () => cluster.time.now(),
    print: (line) => output.write('stdout', `${line}\n`),
    write: (text) => output.write('stdout', text),
    warn,
  };
};

/**
 * Only who may impersonate users can speak as somebody else.
 * @throws ApiError 403 in the API server's words.
 */
export const checkImpersonation = async (shell: Shell, as: string | undefined): Promise<void> => {
  if (as === undefined || shell.user === undefined) return;
  const review = (await shell.cluster.as(shell.user).create({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: { resourceAttributes: { verb: 'impersonate', group: '', resource: 'users', name: as } },
  })) as { readonly status?: { readonly allowed?: boolean } };
  if (review.status?.allowed) return;
  const why = `User "${shell.user.name}" cannot impersonate resource "users" in API group "" at the cluster scope`;
  throw forbidden({ group: '', plural: 'users' }, as, why);
};

/** How a command ended. */
export type Ending = Pick<CommandResult, 'exitCode' | 'isMisspelt'>;

/** Runs something to its end and writes what went wrong, if anything did. */
export const runToEnd = async (output: Output, run: () => Promise<void>): Promise<Ending> => {
  try {
    await run();
    return { exitCode: 0, isMisspelt: false };
  } catch (error) {
    const { text, exitCode, isMisspelt } = describeFailure(error);
    if (text !== '') output.write('stderr', `${text}\n`);
    return { exitCode, isMisspelt };
  }
};
