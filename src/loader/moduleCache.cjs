const { hash } = require('node:crypto');
const { existsSync } = require('node:fs');
const { readCacheFile, writeCacheFile } = require('./cacheFile.cjs');

/** @typedef {import('node:vm').Script} Script */
/** @typedef {import('./cacheFile.cjs').Entry & { script?: Script }} Entry with the script whose bytecode is to be kept */

/** A part that is at hand. @param {string | Buffer} content */
const part = (content) => {
  const bytes = Buffer.from(content);
  return () => bytes;
};

const keyOf = (/** @type {string} */ source) => hash('sha1', source);

/** The modules of a program: what became of their sources, found again by what is in them. */
class ModuleCache {
  #paths;
  #fingerprint;
  /** @type {Map<string, Entry>} */
  #entries;
  #resolutions;
  #changed = false;

  /**
   * @param {readonly string[]} paths
   * @param {string} fingerprint
   * @param {import('./cacheFile.cjs').Contents} contents
   */
  constructor(paths, fingerprint, { entries, resolutions }) {
    this.#paths = paths;
    this.#fingerprint = fingerprint;
    this.#entries = entries;
    this.#resolutions = resolutions;
  }

  /**
   * @param {readonly string[]} paths where the cache may lie; the first that can be read counts
   * @param {string} fingerprint of whatever else decides about the contents
   */
  static open(paths, fingerprint) {
    for (const path of paths) {
      const contents = readCacheFile(path, fingerprint);
      if (contents) return new ModuleCache(paths, fingerprint, contents);
    }
    return new ModuleCache(paths, fingerprint, { entries: new Map(), resolutions: new Map() });
  }

  /**
   * @param {string} filename
   * @param {string} source what the file says now
   * @returns {Entry | undefined} nothing if it said something else when it was kept
   */
  find(filename, source) {
    const entry = this.#entries.get(filename);
    return entry?.hash === keyOf(source) ? entry : undefined;
  }

  /**
   * @param {string} filename
   * @param {string} source
   * @param {{ readonly code: string, readonly map: string }} [compiled]
   * @returns {Entry}
   */
  add(filename, source, compiled) {
    /** @type {Entry} */
    const entry = {
      hash: keyOf(source),
      code: part(compiled?.code ?? ''),
      map: part(compiled?.map ?? ''),
    };
    this.#entries.set(filename, entry);
    this.#changed = true;
    return entry;
  }

  /** Has the bytecode of a script kept, when the program ends and V8 knows what it needed. */
  keepBytecode(/** @type {Entry} */ entry, /** @type {Script} */ script) {
    entry.script = script;
    this.#changed = true;
  }

  /**
   * Which file a request for a package meant.
   * @param {string} folder of the file that asks
   * @param {string} request
   * @param {() => string} resolve finds out
   */
  resolution(folder, request, resolve) {
    const key = `${folder}\0${request}`;
    let filename = this.#resolutions.get(key);
    if (filename === undefined) {
      filename = resolve();
      this.#resolutions.set(key, filename);
      this.#changed = true;
    }
    return filename;
  }

  /** @param {string} filename */
  sourceMapOf(filename) {
    const map = this.#entries.get(filename)?.map().toString();
    return map ? JSON.parse(map) : undefined;
  }

  /** Writes what is new, in the first place that lets itself be written; in none, the next run compiles again. */
  save() {
    if (!this.#changed) return;
    for (const [filename, entry] of this.#entries) {
      if (entry.script) entry.bytecode = part(entry.script.createCachedData());
      else if (!existsSync(filename)) this.#entries.delete(filename);
    }
    const contents = { entries: this.#entries, resolutions: this.#resolutions };
    this.#paths.some((path) => writeCacheFile(path, this.#fingerprint, contents));
  }
}

exports.ModuleCache = ModuleCache;
