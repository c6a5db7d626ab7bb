/** What Cucumber wraps errors in says nothing that its cause does not say better. */
const WRAPPED = /^Cucumber errored when trying/;

/** An error nobody foresaw: its message, what caused it, and where in this project it came up. */
export const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (WRAPPED.test(error.message) && error.cause !== undefined) return explain(error.cause);
  const lines = [error.message.replace(/\nRequire stack:[\s\S]*/, ''), ...ownFrames(error)];
  if (error.cause !== undefined) lines.push(`because: ${explain(error.cause)}`);
  return lines.join('\n');
};

/** Frames in this project's code, without the commands that everything starts from. */
const ownFrames = ({ stack = '' }: Error): readonly string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at .*\.[cm]?[jt]s:\d+/.test(line) && !/node_modules|node:|src\/cli\//.test(line));
