import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kubectl } from './kubectls.testkit';

/** A person at a terminal, with a kubectl and a kubeconfig. */
export interface Session {
  /** Types a line. @returns what is seen: what it printed, and its errors; `(hung)` at the end if it was stopped */
  type(line: string): Promise<string>;
  end(): void;
}

/** How long (ms) a command may take. */
const PATIENCE = 50_000;

const kubeconfig = (url: string, namespace: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'served',
    clusters: [{ name: 'served', cluster: { server: url } }],
    users: [{ name: 'admin', user: {} }],
    contexts: [{ name: 'served', context: { cluster: 'served', user: 'admin', namespace } }],
  });

/**
 * Sits down in a folder of its own.
 * @param files what is in the folder, by name
 */
export const openSession = (
  { folder = '' }: Kubectl,
  url: string,
  {
    namespace = 'default',
    files = {},
  }: { namespace?: string; files?: Readonly<Record<string, string>> } = {},
): Session => {
  const home = mkdtempSync(join(tmpdir(), 'kubectl-'));
  writeFileSync(join(home, 'kubeconfig'), kubeconfig(url, namespace));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
  const env = {
    PATH: `${folder}:${process.env.PATH}`,
    HOME: home,
    KUBECONFIG: join(home, 'kubeconfig'),
    TZ: 'UTC',
  };
  return {
    type: (line) =>
      new Promise((resolve, reject) => {
        const shell = spawn('sh', ['-c', `exec 2>&1; ${line}`], {
          cwd: home,
          env,
          stdio: ['ignore', 'pipe', 'inherit'],
          // A group of its own: a command that hangs is stopped with all that it started.
          detached: true,
        });
        const stop = setTimeout(() => shell.pid && process.kill(-shell.pid, 'SIGKILL'), PATIENCE);
        let seen = '';
        shell.stdout.setEncoding('utf8');
        shell.stdout.on('data', (text: string) => {
          seen += text;
        });
        shell.on('error', reject);
        shell.on('close', (_code, signal) => {
          clearTimeout(stop);
          resolve(signal ? `${seen}(hung)\n` : seen);
        });
      }),
    end: () => rmSync(home, { recursive: true, force: true }),
  };
};
