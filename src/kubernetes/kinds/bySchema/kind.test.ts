import { expect } from 'chai';
import { Kinds } from '../kinds';
import { resources } from '../resources';
import { servedKinds } from '../served';
import { kindBySchema } from './kind';
import { manifestKinds, manifestOf, servedKindOf } from './manifests.testkit';

describe('a kind by its schema', () => {
  it('stands beside those that have rooms', () => {
    const kinds = new Kinds(Object.values(resources));
    for (const type of servedKinds) if (!kinds.of(type)) kinds.add(kindBySchema(type));
    expect(kinds.all).to.have.length(servedKinds.length);
    expect(kinds.named('deploy')?.apiVersion).to.equal('apps/v1');
    expect(kinds.inCategory('all').map(({ plural }) => plural)).to.include.members([
      'services',
      'jobs',
      'pods',
    ]);
  });

  it('is what discovery says it is', () => {
    for (const type of servedKinds) expect(kindBySchema(type)).to.deep.include({ ...type });
  });

  it('counts a generation once for a change', () => {
    for (const name of manifestKinds) {
      const kind = kindBySchema(servedKindOf(manifestOf(name)));
      const metadata = {
        name: 'x',
        uid: 'x',
        resourceVersion: '1',
        creationTimestamp: '2026-01-01T00:00:00Z',
      };
      const current = { ...manifestOf(name), metadata: { ...metadata, generation: 1 } };
      const next = { ...current, spec: { changed: true } };
      expect(kind.prepareForUpdate(next, current).metadata.generation, name).to.be.at.most(2);
    }
  });
});
