type Environment = Record<string, string | undefined>;

/** A process of Node.js, where there is one: steps, rules and reports run in browsers, too. */
const { process } = globalThis as {
  readonly process?: { readonly env: Environment; readonly cwd: () => string };
};

/** The environment of this process; empty where there is none. */
export const ENVIRONMENT: Environment = process?.env ?? {};

/** The folder in which this process works; undefined where there is none. */
export const workingDirectory = (): string | undefined => process?.cwd();
