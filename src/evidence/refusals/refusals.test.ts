import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { applyDefaults } from '../../kubernetes/kinds/defaults';
import { resourceOf } from '../../kubernetes/kinds/resources';
import { validateCreate } from '../../kubernetes/kinds/validation';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import { ApiError, type FieldCause, invalid } from '../../kubernetes/refusals';
import { decodeStrictly } from '../../kubernetes/wire/schema/decode';

/** One manifest and what a Kubernetes 1.36.2 API server answered. */
interface Case {
  readonly case: string;
  readonly manifest: Manifest;
  readonly accepted: boolean;
  readonly code?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly causes?: readonly FieldCause[];
}

const cases = readFileSync(join(__dirname, 'refusals.data.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case);

/** What the pure rules say; undefined if the manifest is accepted. */
const answer = (manifest: Manifest): ApiError | undefined => {
  const resource = resourceOf(manifest);
  if (!resource) throw new Error(`no such kind: ${manifest.apiVersion} ${manifest.kind}`);
  try {
    const decoded = decodeStrictly(manifest);
    const name = decoded.metadata?.name ?? `${decoded.metadata?.generateName}x2f4b`;
    const named = { ...decoded, metadata: { ...decoded.metadata, name, namespace: 'default' } };
    const causes = validateCreate(applyDefaults(named as unknown as KubeObject));
    return causes.length === 0 ? undefined : invalid(resource, name, causes);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
};

/** Cases that are decided before an object is read: its kind is not served, or it is sent to another namespace. */
const decidedElsewhere = ({ manifest }: Case): boolean =>
  resourceOf(manifest) === undefined || manifest.metadata?.namespace !== undefined;

describe('recorded answers of a 1.36.2 API server', () => {
  for (const each of cases.filter((one) => !decidedElsewhere(one))) {
    it(each.case, () => {
      const given = answer(each.manifest);
      if (each.accepted) {
        expect(given?.message).to.equal(undefined);
        return;
      }
      expect(given?.message).to.equal(each.message);
      expect(given?.code).to.equal(each.code);
      expect(given?.reason).to.equal(each.reason);
      expect(given?.status.causes ?? []).to.deep.equal(each.causes ?? []);
    });
  }
});
