import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SITE = join(__dirname, '..');

/** Something that is bundled. */
export interface Entry {
  readonly name: string;
  readonly file: string;
  /** It plays features: with all steps, and with what stands in the place of Cucumber. */
  readonly plays?: boolean;
}

/** Stands in the page as it is. */
export const inline = {
  style: { name: 'style', file: join(SITE, 'style/site.css') },
  plainStyle: { name: 'plainStyle', file: join(SITE, 'style/plain.css') },
  script: { name: 'script', file: join(SITE, 'client/page.ts') },
} satisfies Record<string, Entry>;

/** Stands in the page packed, until somebody plays. */
export const packed: readonly (Entry & { readonly isWorker: boolean })[] = [
  { name: 'playground', file: join(SITE, 'client/playground/main.tsx'), isWorker: false },
  { name: 'worker', file: join(SITE, 'client/playground/worker.ts'), isWorker: true, plays: true },
].filter(({ file }) => existsSync(file));
