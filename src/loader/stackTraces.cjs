const { SourceMap } = require('node:module');
const { inspect } = require('node:util');

/** @typedef {(filename: string) => import('node:module').SourceMapPayload | undefined} MapOf */

/** The end of a line such as `    at sync (/src/controller.ts:12:5)` */
const POSITION = /:\d+:\d+(\)?)$/;

/** Node's own errors show their code; it does so itself only where nobody else words stack traces. */
const headline = (/** @type {NodeJS.ErrnoException} */ error) =>
  typeof error.code === 'string' && error.code.startsWith('ERR_')
    ? `${error.name} [${error.code}]: ${error.message}`
    : Error.prototype.toString.call(error);

/**
 * Has stack traces name the lines of the source instead of those of the code that runs.
 * @param {MapOf} mapOf the source map of a file; nothing if it runs as it is written
 */
exports.mapStackTraces = (mapOf) => {
  /** @type {Map<string, SourceMap | undefined>} */
  const maps = new Map();

  const knownMapOf = (/** @type {string} */ filename) => {
    if (!maps.has(filename)) {
      const payload = mapOf(filename);
      maps.set(filename, payload && new SourceMap(payload));
    }
    return maps.get(filename);
  };

  const describe = (/** @type {NodeJS.CallSite} */ frame) => {
    const map = knownMapOf(frame.getFileName() ?? '');
    const entry = map?.findEntry((frame.getLineNumber() ?? 1) - 1, (frame.getColumnNumber() ?? 1) - 1);
    if (!entry || !('originalLine' in entry)) return String(frame);
    return String(frame).replace(POSITION, `:${entry.originalLine + 1}:${entry.originalColumn + 1}$1`);
  };

  Error.prepareStackTrace = (error, frames) =>
    [headline(error), ...frames.map((frame) => `    at ${describe(frame)}`)].join('\n');
};

/** Node would show, above the stack of an error that nobody catches, a line of the code that runs. */
exports.showUncaughtErrors = () => {
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') > 1) return;
    process.stderr.write(`${inspect(error)}\n`);
    process.exit(1);
  });
};
