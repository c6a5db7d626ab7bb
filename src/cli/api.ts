import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES } from '../kubernetes/release';
import { factsFile, generatedFiles, protobufFile } from './api/generated';
import { readGoFields } from './api/goFields';
import { readInternalFields } from './api/internalFields';
import { readProtobuf } from './api/protobufSource';
import {
  GO_FIELDS,
  INTERNAL_FIELDS,
  PROTOBUF,
  readPublished,
  readSchemas,
  readVersion,
} from './api/published';

const USAGE = `Usage: npm run api [-- --check | --source FOLDER]

Makes the data that the program loads from what Kubernetes ${KUBERNETES.release} publishes.

  --check          change nothing; fail if the data is not what would be made
  --source FOLDER  first read from this checkout of Kubernetes how Go declares and protobuf numbers the fields
`;

const root = process.cwd();
const published = join(root, 'src/kubernetes/wire/published', `v${KUBERNETES.release}`);

const current = (path: string): string | undefined => {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
};

/** `npm run api`. @returns the exit code */
const main = (argv: readonly string[]): number => {
  const [option, source, ...more] = argv;
  const known =
    option === undefined || option === '--check' || (option === '--source' && source !== undefined);
  if (!known || more.length > 0) {
    process.stderr.write(USAGE);
    return option === '--help' ? 0 : 1;
  }
  if (source !== undefined) {
    const schemas = readSchemas(published);
    writeFileSync(join(published, GO_FIELDS), factsFile(readGoFields(source, schemas)));
    writeFileSync(join(published, PROTOBUF), protobufFile(readProtobuf(source, schemas)));
    writeFileSync(join(published, INTERNAL_FIELDS), factsFile(readInternalFields(source)));
  }
  const files = Object.entries(generatedFiles(readPublished(published)));
  const stale = files.filter(([path, text]) => current(path) !== text);
  if (option !== '--check') {
    for (const [path, text] of stale) writeFileSync(join(root, path), text);
    process.stdout.write(stale.map(([path]) => `${path}: written\n`).join('') || 'Nothing to do.\n');
    return 0;
  }
  for (const [path] of stale) {
    process.stderr.write(
      `${path}: not what is made from src/kubernetes/wire/published/v${KUBERNETES.release}. Run \`npm run api\`.\n`,
    );
  }
  const { gitVersion } = readVersion(published);
  if (gitVersion !== KUBERNETES.gitVersion) {
    process.stderr.write(
      `src/kubernetes/release.ts: says ${KUBERNETES.gitVersion}, but what was published is of ${gitVersion}.\n`,
    );
    return 1;
  }
  if (stale.length > 0) return 1;
  process.stdout.write(`${files.length} files are as Kubernetes ${KUBERNETES.release} publishes them.\n`);
  return 0;
};

process.exitCode = main(process.argv.slice(2));
