import { expect } from 'chai';
import type { StringMap } from '../../object';
import { stored } from '../objects.testkit';
import { namespaces } from './kind';

const NAME = 'kubernetes.io/metadata.name';
const shop = (fields: object = {}, metadata: Record<string, unknown> = {}) =>
  stored(namespaces, fields, { name: 'shop', ...metadata });

describe('a namespace', () => {
  const made = namespaces.prepareForCreate(shop());

  it('carries its name as a label, whatever is sent', () => {
    expect(made.metadata.labels).to.deep.equal({ [NAME]: 'shop' });
    const sent: readonly StringMap[] = [{ tier: 'a' }, { tier: 'a', [NAME]: 'bank' }];
    for (const labels of sent) {
      const changed = namespaces.prepareForUpdate({ ...made, metadata: { ...made.metadata, labels } }, made);
      expect(changed.metadata.labels).to.deep.equal({ tier: 'a', [NAME]: 'shop' });
    }
  });

  it('keeps the finalizers it is made with, and gets its own', () => {
    const { spec } = namespaces.prepareForCreate(shop({ spec: { finalizers: ['x.io/y'] } }));
    expect(spec).to.deep.equal({ finalizers: ['x.io/y', 'kubernetes'] });
    const twice = namespaces.prepareForCreate(shop({ spec: { finalizers: ['kubernetes', 'kubernetes'] } }));
    expect(twice.spec).to.deep.equal({ finalizers: ['kubernetes', 'kubernetes'] });
  });

  it('is held by them, and no update takes them away', () => {
    const changed = namespaces.prepareForUpdate({ ...made, spec: { finalizers: [] } }, made);
    expect(changed.spec?.finalizers).to.deep.equal(['kubernetes']);
    expect(namespaces.isHeld(made)).to.equal(true);
    expect(namespaces.isHeld({ ...made, spec: { finalizers: [] } })).to.equal(false);
  });

  it('is active, and terminating once it is deleted', () => {
    expect(made.status?.phase).to.equal('Active');
    expect(namespaces.whenTerminating(made).status?.phase).to.equal('Terminating');
  });

  it('has the phase that its deletion says', () => {
    const wrongly = { ...made, status: { phase: 'Terminating' } };
    expect(namespaces.validateStatusUpdate(wrongly, made).map(({ message }) => message)).to.deep.equal([
      'Invalid value: "Terminating": may only be \'Active\' if `deletionTimestamp` is empty',
    ]);
  });

  it('lacks nothing once it has its defaults', () => {
    const whole = shop();
    expect(namespaces.defaults(whole)).to.equal(whole);
  });
});
