import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gathered, type ParsedFeatures, parseFeature } from '../catalogue/features';

/** The folder of all features, in a project that has one. */
const FOLDER = 'features';

/** Parses every feature of a project, in the order of their paths. */
export const parseFeatures = (directory: string): ParsedFeatures =>
  parseFiles(featureFiles(directory), directory);

/** Parses features. @param directory where their paths start */
export const parseFiles = (files: readonly string[], directory: string): ParsedFeatures =>
  gathered(files.map((file) => parseFeature(readFileSync(join(directory, file), 'utf8'), file)));

/** The features of a project: those in its folder of features or, if it has none, wherever they lie. */
export const featureFiles = (directory: string): readonly string[] => {
  const inFolder = featuresIn(join(directory, FOLDER)).map((file) => `${FOLDER}/${file}`);
  return inFolder.length > 0 ? inFolder : featuresIn(directory);
};

/** The features in a folder and in its folders, without those of packages and in hidden folders. None if it cannot be read. */
export const featuresIn = (folder: string): readonly string[] => {
  const found: string[] = [];
  const look = (below: string): void => {
    for (const entry of entriesOf(join(folder, below))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name)) look(path);
      else if (!entry.isDirectory() && entry.name.endsWith('.feature')) found.push(path);
    }
  };
  look('');
  return found.sort();
};

const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};
