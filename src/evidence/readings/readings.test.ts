import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { toCompactJson } from '../../kubernetes/print/output/json';
import { readManifests } from '../../kubernetes/wire/manifests';

/** A text, what kubectl read in it, and what it said of it. */
interface Reading {
  readonly name: string;
  readonly text: string;
  readonly reads: readonly string[];
  readonly error?: string;
}

/**
 * Recorded with kubectl 1.32: `kubectl annotate --local -f F -o json`, less the annotation. One is as 1.36 reads it: JSON
 * with commas too many, which it reads as YAML.
 */
const readings = readFileSync(join(__dirname, 'readings.data.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Reading);

describe('kubectl’s readings', () => {
  for (const { name, text, reads, error } of readings) {
    it(`are ours: ${JSON.stringify(name)}`, () => {
      const { manifests, errors } = readManifests(text, 'F', false);
      expect(errors.map(({ message }) => message).join('\n')).to.equal(error ?? '');
      expect(manifests.map(({ manifest }) => toCompactJson(manifest))).to.deep.equal(reads);
    });
  }
});
