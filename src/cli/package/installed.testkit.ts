import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HOUSE, type Ran } from '../project.testkit';

/** The part of package-lock.json that tells what is needed to run. */
interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

/**
 * An empty folder in which Rollcall is installed from its tarball, as npm would do it, but without asking a registry:
 * the tarball is unpacked, and beside it are links to the packages it needs to run, and to no others.
 */
export class Installed {
  readonly directory = mkdtempSync(join(tmpdir(), 'rollcall-package-'));
  readonly #package = join(this.directory, 'node_modules/rollcall');

  constructor() {
    mkdirSync(this.#package, { recursive: true });
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', this.directory], {
      cwd: HOUSE,
      encoding: 'utf8',
    });
    const tarball = join(this.directory, packed.trim().split('\n').at(-1) ?? '');
    execFileSync('tar', ['-xzf', tarball, '-C', this.#package, '--strip-components=1']);
    const { packages } = JSON.parse(readFileSync(join(HOUSE, 'package-lock.json'), 'utf8')) as Lock;
    for (const [path, { dev }] of Object.entries(packages))
      if (path !== '' && !dev && path.lastIndexOf('node_modules/') === 0) this.#link(path);
  }

  /** Writes files of the project. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.directory, path)), { recursive: true });
      writeFileSync(join(this.directory, path), text);
    }
  }

  /** Runs `npx rollcall` with these words. */
  run(...words: readonly string[]): Ran {
    const { bin } = JSON.parse(readFileSync(join(this.#package, 'package.json'), 'utf8')) as {
      readonly bin: { readonly rollcall: string };
    };
    return this.runProgram(join(this.#package, bin.rollcall), ...words);
  }

  /** Runs a program with Node.js, as it is. */
  runProgram(path: string, ...words: readonly string[]): Ran {
    const { NO_COLOR: _, ROLLCALL_SEED: __, TS_NODE_PROJECT: ___, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...words], {
      cwd: this.directory,
      env,
      encoding: 'utf8',
    });
    return { code: status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  #link(path: string): void {
    mkdirSync(dirname(join(this.directory, path)), { recursive: true });
    symlinkSync(join(HOUSE, path), join(this.directory, path));
  }
}
