const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { crc32 } = require('node:zlib');

/** @typedef {() => Buffer} Part cut out of the cache when it is asked for */

/**
 * A module as it is kept.
 * @typedef {object} Entry
 * @property {string} hash of the source
 * @property {Part} code what the compiler made of the source; empty for a package, which is JavaScript already
 * @property {Part} map the source map of the code, as JSON
 * @property {Part} [bytecode] what V8 made of the code; empty if it is to be evaluated in the ordinary way
 */

/**
 * What a cache holds.
 * @typedef {object} Contents
 * @property {Map<string, Entry>} entries by file name
 * @property {Map<string, string>} resolutions file names by who asked for what
 */

/** @typedef {[filename: string, hash: string, code: number, map: number, bytecode: number]} Row with lengths, in bytes */

const NOTHING = Buffer.alloc(0);

const SUM = 0;
const LENGTH = 4;
const INDEX = 8;

/**
 * Reads a cache: a checksum of all that follows, the length of the index, the index, the contents.
 * @param {string} path
 * @param {string} fingerprint only a cache with this one is of use
 * @returns {Contents | undefined} nothing if there is no cache, or one that is broken
 */
exports.readCacheFile = (path, fingerprint) => {
  try {
    const bytes = readFileSync(path);
    if (crc32(bytes.subarray(LENGTH)) !== bytes.readUInt32LE(SUM)) return undefined;
    let at = INDEX + bytes.readUInt32LE(LENGTH);
    const index = JSON.parse(bytes.toString('utf8', INDEX, at));
    if (index.fingerprint !== fingerprint) return undefined;
    /** @type {(length: number) => Part} */
    const take = (length) => {
      const start = at;
      at += length;
      return () => bytes.subarray(start, start + length);
    };
    const entries = index.rows.map((/** @type {Row} */ [filename, hash, code, map, bytecode]) => [
      filename,
      { hash, code: take(code), map: take(map), bytecode: take(bytecode) },
    ]);
    return { entries: new Map(entries), resolutions: new Map(index.resolutions) };
  } catch {
    return undefined;
  }
};

/**
 * Writes a cache, whole or not at all: other runs see the old file until the new one is complete.
 * @param {string} path
 * @param {string} fingerprint
 * @param {Contents} contents
 * @returns {boolean} false if the folder may not be written
 */
exports.writeCacheFile = (path, fingerprint, { entries, resolutions }) => {
  const kept = [...entries].map(([filename, { hash, code, map, bytecode }]) => {
    const parts = [code(), map(), bytecode?.() ?? NOTHING];
    return { parts, row: [filename, hash, ...parts.map(({ length }) => length)] };
  });
  const rows = kept.map(({ row }) => row);
  const index = Buffer.from(JSON.stringify({ fingerprint, rows, resolutions: [...resolutions] }));
  const parts = kept.flatMap((each) => each.parts);
  const bytes = Buffer.concat([Buffer.alloc(INDEX), index, ...parts]);
  bytes.writeUInt32LE(index.length, LENGTH);
  bytes.writeUInt32LE(crc32(bytes.subarray(LENGTH)), SUM);
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, path);
    return true;
  } catch {
    discard(unfinished);
    return false;
  }
};

const discard = (/** @type {string} */ path) => {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing may be written, nothing was.
  }
};
