import { expect } from 'chai';
import { spoilt } from '../../../kubernetes/kinds/objects.testkit';
import { resources } from '../../../kubernetes/kinds/resources';
import { refusalOf, Stage } from '../../stage.testkit';
import { administrator } from './caller';

describe('a change', () => {
  const { priorityclasses } = resources;
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });

  const create = () =>
    stage.server.create(
      { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'a' }, value: 1 },
      administrator,
    );

  it('leaves metadata in order, whatever the kind asks of them', () => {
    create();
    const change = { patch: { metadata: { finalizers: ['a b/c'] } }, type: 'merge' } as const;
    const refusal = refusalOf(() =>
      stage.server.patch(priorityclasses, undefined, 'a', change, administrator),
    );
    expect(refusal.message).to.match(/metadata\.finalizers: Invalid value: "a b\/c": prefix part a lower/);
  });

  it('by replacing an object says which one', () => {
    const object = create();
    for (const metadata of [null, {}]) {
      const replace = () => stage.server.update(spoilt(object, { metadata }), administrator);
      expect(refusalOf(replace).message).to.equal('name must be provided');
    }
  });
});
