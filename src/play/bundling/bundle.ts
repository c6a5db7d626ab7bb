import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

const HOUSE = join(__dirname, '../../..');

const shim = (name: string): string => join(HOUSE, 'src/play', `${name}.ts`);

/** Packages that only Cucumber's own process needs, or that bring more than is used, and what stands in their place. */
const ALIASES: Readonly<Record<string, string>> = {
  '@cucumber/cucumber': shim('cucumber'),
  '@cucumber/messages': shim('shims/messages'),
  'regexp-match-indices': shim('shims/matchIndices'),
  chai: shim('shims/chai'),
};

/** The languages of Gherkin that Rollcall's readers write. */
const LANGUAGES = ['en', 'ko'] as const;

/** Gherkin brings the keywords of eighty languages. */
const fewLanguages: Plugin = {
  name: 'few languages',
  setup(build) {
    build.onLoad({ filter: /gherkin-languages\.json$/ }, ({ path }) => {
      const all = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
      const few = Object.fromEntries(LANGUAGES.map((language) => [language, all[language]]));
      return { contents: JSON.stringify(few), loader: 'json' };
    });
  },
};

/** The files of steps, from the folder of the house, in the order in which Cucumber reads them. */
export const stepFiles = (): readonly string[] =>
  readdirSync(join(HOUSE, 'steps'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => relative(HOUSE, join(HOUSE, 'steps', file)))
    .sort();

/**
 * How esbuild puts what plays features, with all steps, into one script that runs where there is nothing but the language.
 * @param entry the file that does something with `src/play`, from the folder of the house
 */
export const playerBuild = (entry: string) =>
  ({
    stdin: {
      contents: [...stepFiles(), entry].map((file) => `import './${file}';`).join('\n'),
      resolveDir: HOUSE,
      sourcefile: 'player.ts',
    },
    absWorkingDir: HOUSE,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    alias: { ...ALIASES },
    plugins: [fewLanguages],
    write: false,
    metafile: true,
    outfile: 'player.js',
    logLevel: 'silent',
  }) satisfies BuildOptions;
