const { createHash } = require('node:crypto');
const { homedir } = require('node:os');
const { basename, extname, join } = require('node:path');
const { cachedDataVersionTag } = require('node:v8');

/**
 * Where the cache of a program may lie, best place first: with the packages, so that `npm ci` clears it away, or, where
 * that folder may not be written, with the caches of the user.
 * Programs load different modules, and V8 reads only what the same V8 wrote: each has a file of its own.
 * @param {string} house Rollcall's own folder
 * @param {string} program the path of the script that runs
 * @returns {readonly string[]}
 */
exports.cachePathsOf = (house, program) => {
  const file = `${basename(program, extname(program)) || 'node'}-${cachedDataVersionTag().toString(16)}.cache`;
  const user = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const id = createHash('sha1').update(house).digest('hex').slice(0, 12);
  return [join(house, 'node_modules/.cache/rollcall', file), join(user, `rollcall-${id}`, file)];
};
