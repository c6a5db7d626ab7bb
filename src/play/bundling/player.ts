import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const HOUSE = join(__dirname, '../../..');

const ours = (name: string): string => join(HOUSE, 'src/play', name);

/** What only a process of Node.js needs, or what brings more than is used, and what stands in its place. */
const IN_PLACE_OF: Readonly<Record<string, string>> = {
  '@cucumber/cucumber': ours('cucumber.ts'),
  '@cucumber/messages': ours('shims/messages.ts'),
  'regexp-match-indices': ours('shims/matchIndices.ts'),
  chai: ours('shims/chai.ts'),
  './kubernetes/driver': ours('shims/kubernetesDriver.ts'),
};

/** The languages of Gherkin that Rollcall's readers write; the package brings the keywords of eighty. */
const LANGUAGES = ['en', 'ko'] as const;

/** The files of steps, absolute, in the order in which Cucumber reads them. */
export const stepFiles = (): readonly string[] =>
  readdirSync(join(HOUSE, 'steps'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .map((file) => join(HOUSE, 'steps', file));

/**
 * Lets esbuild put what plays features into one script for browsers, with all steps: `rollcall:steps` stands for them where it
 * is imported. The steps do not know that there is no Cucumber.
 */
export const player: Plugin = {
  name: 'player',
  setup(build) {
    for (const [name, path] of Object.entries(IN_PLACE_OF))
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path }));
    build.onResolve({ filter: /^rollcall:steps$/ }, ({ path }) => ({ path, namespace: 'rollcall' }));
    build.onLoad({ filter: /.*/, namespace: 'rollcall' }, () => ({
      contents: stepFiles()
        .map((file) => `import ${JSON.stringify(file)};`)
        .join('\n'),
      resolveDir: HOUSE,
    }));
    build.onLoad({ filter: /gherkin-languages\.json$/ }, ({ path }) => {
      const all = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;
      const few = Object.fromEntries(LANGUAGES.map((language) => [language, all[language]]));
      return { contents: JSON.stringify(few), loader: 'json' };
    });
  },
};
