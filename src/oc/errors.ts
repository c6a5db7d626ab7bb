import { ApiError, type Status } from '../kubernetes/refusals';

/** A command that cannot be carried out. `message` is what the terminal shows. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Not a command at all: a program, verb, flag or kind of object that nobody knows, or a line that no shell can read. */
export class MisspeltError extends CommandError {}

/** Several things went wrong, each on its own; the rest of the command was carried out. */
export class SeveralErrors extends Error {
  readonly errors: readonly unknown[];

  constructor(errors: readonly unknown[]) {
    super(`${errors.length} errors`);
    this.errors = errors;
  }
}

/** kubectl could not make sense of its arguments. */
export const fail = (message: string): CommandError => new CommandError(`error: ${message}`);

/** The arguments of a verb are wrong; points to its help, as kubectl does. */
export const usageError = (verb: string, message: string): CommandError =>
  new CommandError(`error: ${message}\nSee 'kubectl ${verb} -h' for help and examples`);

/** Throws what was collected: nothing, the error itself, or all of them together. */
export const throwAll = (errors: readonly unknown[]): void => {
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new SeveralErrors(errors);
};

/** True if the server says that there is no such object. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof ApiError && error.reason === 'NotFound';

/** The same refusal, saying what kubectl was doing with which file: `error when creating "a.yaml": …`. */
export const whileDoing = (error: unknown, doing: string, file: string | undefined): unknown =>
  error instanceof ApiError && file !== undefined
    ? new ApiError({ ...error.status, message: `error when ${doing} "${file}": ${error.message}` })
    : error;

const INVALID = /(?:^|: )(\w+)[\w.]* ("[^"]*") is invalid: /;

/** `The DaemonSet "a" is invalid: …`: one field in the same line, several below each other. */
const invalid = ({ message, causes = [] }: Status): string => {
  const [, kind, name] = INVALID.exec(message) ?? [];
  if (causes.length === 0) return `The request is invalid: ${message}`;
  const sentences = [...new Set(causes.map((cause) => `${cause.field}: ${cause.message}`))];
  const start = kind === undefined ? 'The request is invalid: ' : `The ${kind} ${name} is invalid: `;
  return sentences.length === 1
    ? `${start}${sentences[0]}`
    : `${start}\n${sentences.map((sentence) => `* ${sentence}`).join('\n')}`;
};

const sentence = (error: unknown): string => {
  if (error instanceof ApiError) {
    return error.reason === ''
      ? `Error from server: ${error.message}`
      : `Error from server (${error.reason}): ${error.message}`;
  }
  if (error instanceof CommandError) return error.message.replace(/^error: /, '');
  throw error;
};

/** How a command failed. */
export interface Failure {
  readonly text: string;
  readonly exitCode: number;
  readonly isMisspelt: boolean;
}

/**
 * What kubectl writes to the terminal when something fails.
 * @throws the error itself if it is neither a refusal nor a CommandError: it is a fault of Rollcall's.
 * @see k8s.io/kubectl/pkg/cmd/util checkErr
 */
export const describeFailure = (error: unknown): Failure => {
  const ordinary = { exitCode: 1, isMisspelt: false };
  if (error instanceof SeveralErrors) return { ...ordinary, text: error.errors.map(sentence).join('\n') };
  if (error instanceof ApiError) {
    return { ...ordinary, text: error.reason === 'Invalid' ? invalid(error.status) : sentence(error) };
  }
  if (error instanceof CommandError) {
    return { text: error.message, exitCode: error.exitCode, isMisspelt: error instanceof MisspeltError };
  }
  throw error;
};
