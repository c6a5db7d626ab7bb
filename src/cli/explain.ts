/** An error nobody foresaw: its message, what caused it, and where in this project it came up. */
export const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const own = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line));
  const lines = [error.message.replace(/\nRequire stack:[\s\S]*/, ''), ...own];
  if (error.cause !== undefined) lines.push(`because: ${explain(error.cause)}`);
  return lines.join('\n');
};
