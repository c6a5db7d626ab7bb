import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { HOUSE } from '../../project/house';

/** Which suite was run. */
export interface Suite {
  readonly name: string;
  readonly version: string;
  /** The commit of its repository; undefined where it is an installed package. */
  readonly commit?: string;
  /** Present if there were changes on top of the commit. */
  readonly modified?: true;
  /** A digest of the features that were chosen and, where there were changes on top of the commit, of these. */
  readonly digest: string;
}

/** The name and the version of this suite. */
export const suiteVersion = (house = HOUSE): { readonly name: string; readonly version: string } => {
  const { name, version } = JSON.parse(readFileSync(join(house, 'package.json'), 'utf8'));
  return { name, version };
};

/** @param base what Cucumber said of the features that were chosen */
export const suiteOf = (base: readonly Envelope[], house = HOUSE): Suite => {
  const { name, version } = suiteVersion(house);
  const commit = git(house, 'rev-parse', 'HEAD')?.trim();
  const changes = commit === undefined ? '' : (git(house, 'diff', 'HEAD') ?? '');
  const hash = createHash('sha256').update(changes);
  for (const { source } of base) if (source) hash.update(`\n${source.uri}\n${source.data}`);
  return {
    name,
    version,
    ...(commit === undefined ? {} : { commit }),
    ...(changes === '' ? {} : { modified: true as const }),
    digest: `sha256:${hash.digest('hex')}`,
  };
};

/** What git says; undefined where there is no git, or no repository of our own. */
const git = (house: string, ...args: readonly string[]): string | undefined => {
  const run = (words: readonly string[]): string =>
    execFileSync('git', ['-C', house, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
  try {
    // In a project that has Rollcall installed, the repository is the project's.
    return run(['rev-parse', '--show-prefix']).trim() === '' ? run(args) : undefined;
  } catch {
    return undefined;
  }
};
