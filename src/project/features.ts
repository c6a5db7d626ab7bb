import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gathered, type ParsedFeatures, parseFeature } from '../catalogue/features';

/** The folder of all features, in a project. */
const FOLDER = 'features';

/** Parses every feature in the features folder of a project, in the order of their paths. */
export const parseFeatures = (directory: string): ParsedFeatures =>
  gathered(
    featureFiles(directory).map((file) => parseFeature(readFileSync(join(directory, file), 'utf8'), file)),
  );

const featureFiles = (directory: string): readonly string[] => {
  try {
    return readdirSync(join(directory, FOLDER), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.feature'))
      .map((file) => `${FOLDER}/${file.replaceAll('\\', '/')}`)
      .sort();
  } catch {
    return [];
  }
};
