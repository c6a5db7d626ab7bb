import { expect } from 'chai';
import fc from 'fast-check';
import { servedKinds } from '../../../kubernetes/kinds/served';
import { lensOf, objectsOf } from './samples.testkit';

/** Statuses of components are the cluster's, addresses everybody's, and schemas of definitions endless. */
const LEFT_OUT = /^(ComponentStatus|IPAddress|CustomResourceDefinition)$/;
const kinds = servedKinds.filter(({ verbs, kind }) => verbs.includes('list') && !LEFT_OUT.test(kind));

describe('Looking in', () => {
  for (const mode of ['shared', 'exclusive'] as const)
    for (const resource of kinds)
      it(`gives ${resource.kind} of ${resource.apiVersion} back as it was sent (${mode})`, () => {
        fc.assert(
          fc.property(objectsOf(resource), (object) => {
            const lens = lensOf(7, mode);
            const raw = lens.manifestOut({ ...object }, resource);
            expect(lens.objectIn(raw)).to.deep.equal(object);
            expect(lensOf(8, mode).objectIn(raw)).to.equal(undefined);
            expect(lensOf(77, mode).objectIn(raw)).to.equal(undefined);
          }),
          { numRuns: 10 },
        );
      });
});
