import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
} from '@microsoft/api-extractor';
import { writeDeclarations } from './declarations';

/** The public entry, and the report of it, from the folder of the project. */
export const ENTRY = 'src/index.ts';
export const REPORT = 'src/index.api.md';

/** What a public entry exports. */
export interface ApiReport {
  /** Every exported name with its signature. */
  readonly text: string;
  /** What is wrong, a line each: a name that is not documented, or that a signature needs and the entry does not export. */
  readonly problems: readonly string[];
}

const UNDOCUMENTED = /^\/\/ @public \(undocumented\)\nexport (?:abstract )?\w+ (\w+)/gm;

const MESSAGES = {
  compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
  extractorMessageReporting: {
    default: { logLevel: ExtractorLogLevel.Error },
    // All that is exported is public, and members may speak for themselves.
    'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
    'ae-undocumented': { logLevel: ExtractorLogLevel.None },
  },
  // Comments follow the house, which writes parameters without a hyphen.
  tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
};

/** Lets API Extractor write its report of declarations into their folder. @returns what it complains about */
const extract = (house: string, folder: string): readonly string[] => {
  const problems: string[] = [];
  const entry = join(folder, ENTRY.replace(/ts$/, 'd.ts'));
  const messageCallback = (message: ExtractorMessage): void => {
    message.handled = true;
    if (message.logLevel !== ExtractorLogLevel.Error) return;
    const file = relative(folder, message.sourceFilePath ?? entry).replace(/d\.ts$/, 'ts');
    problems.push(`${file}: ${message.text.replace(/index\.d\.ts$/, ENTRY)}`);
  };
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: house,
      mainEntryPointFilePath: entry,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022',
            lib: ['es2023'],
            moduleResolution: 'bundler',
            module: 'es2022',
          },
          files: [entry],
        },
      },
      apiReport: { enabled: true, reportFileName: 'report', reportFolder: folder, reportTempFolder: folder },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: MESSAGES,
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(house, 'package.json'),
  });
  Extractor.invoke(config, { localBuild: true, messageCallback });
  return problems;
};

/**
 * What the public entry of a project exports.
 * @param house the folder of the project
 */
export const apiReport = (house: string): ApiReport => {
  const parent = join(house, 'reports');
  mkdirSync(parent, { recursive: true });
  // Beneath the project, so that the packages it needs are found.
  const folder = mkdtempSync(join(parent, 'api-'));
  try {
    const untyped = writeDeclarations(house, join(house, ENTRY), folder);
    const problems = extract(house, folder);
    const text = readFileSync(join(folder, 'report.api.md'), 'utf8');
    const undocumented = [...text.matchAll(UNDOCUMENTED)].map(
      ([, name]) => `${ENTRY}: "${name}" is exported and has no TSDoc comment.`,
    );
    return { text, problems: [...untyped, ...problems, ...undocumented] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
