import { expect } from 'chai';
import type { KubeObject, Manifest } from '../../object';
import type { ApiError } from '../../refusals';
import { decodePatchResult, decodeStrictly } from '../../wire/schema/decode';
import { customKindsOf } from './definition/customKinds';
import { widgets } from './definition/widgets.testkit';
import { type CustomRules, rulesOfCustomKind } from './rules';

type Fields = Readonly<Record<string, unknown>>;

const rules: CustomRules = (() => {
  const [kind] = customKindsOf(widgets());
  if (!kind) throw new Error('no kind');
  return rulesOfCustomKind(kind);
})();

const manifest = (spec: unknown, rest: Fields = {}): Manifest =>
  ({ apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' }, spec, ...rest }) as Manifest;

const stored = (spec: unknown, rest: Fields = {}): KubeObject => {
  const decoded = decodeStrictly(manifest(spec, rest), rules.read);
  const metadata = {
    ...decoded.metadata,
    namespace: 'default',
    uid: 'u',
    resourceVersion: '7',
    creationTimestamp: '2026-01-01T00:00:00Z',
  };
  return rules.prepareForCreate(rules.defaults({ ...decoded, metadata } as unknown as KubeObject));
};

const field = (object: KubeObject, name: string): unknown => (object as unknown as Fields)[name];

const texts = (causes: ReturnType<CustomRules['validateCreate']>): readonly string[] =>
  causes.map(({ field: where, message }) => `${where}: ${message}`);

const wrong = (spec: unknown): readonly string[] => texts(rules.validateCreate(stored(spec)));

const refusal = (run: () => unknown): ApiError => {
  try {
    run();
  } catch (error) {
    return error as ApiError;
  }
  throw new Error('not refused');
};

const NOT_CHECKED =
  '<nil>: Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation';

describe('a custom resource', () => {
  it('is taken, with its defaults, in its first generation, without a status', () => {
    const widget = stored({ colour: 'red', options: { a: 'b' } }, { status: { size: 3 } });
    expect(field(widget, 'spec')).to.deep.equal({ colour: 'red', options: { a: 'b' }, size: 1 });
    expect(widget.metadata.generation).to.equal(1);
    expect(widget).not.to.have.property('status');
    expect(rules.validateCreate(widget)).to.deep.equal([]);
  });

  it('has the fields to select by that its definition names', () => {
    const [kind] = customKindsOf(widgets({}, { selectableFields: [{ jsonPath: '.spec.colour' }] }));
    const { selectableFields } = kind ? rulesOfCustomKind(kind) : rules;
    expect(Object.keys(selectableFields)).to.deep.equal(['spec.colour']);
    expect(selectableFields['spec.colour']?.(stored({ colour: 'red' }))).to.equal('red');
  });

  it('is refused if it has fields that nobody knows, in the words for every object', () => {
    const { code, message } = refusal(() => decodeStrictly(manifest({ colour: 'red', x: 1 }), rules.read));
    expect(code).to.equal(400);
    expect(message).to.equal(
      'Widget in version "v1" cannot be handled as a Widget: strict decoding error: unknown field "spec.x"',
    );
  });

  it('is refused so when patched, too', () => {
    const current = stored({ colour: 'red' });
    const next = { ...current, spec: { colour: 'red', x: 1 } } as unknown as KubeObject;
    const change = { patch: { spec: { x: 1 } }, type: 'merge' } as const;
    const { code, message } = refusal(() => decodePatchResult(next, current, change, rules.read));
    expect(code).to.equal(422);
    expect(message).to.match(/^ "" is invalid: patch: .*: strict decoding error: unknown field "spec\.x"$/);
  });

  it('is checked against its schema', () => {
    expect(wrong({ size: 'three' })).to.deep.equal([
      'spec.size: Invalid value: "string": spec.size in body must be of type integer: "string"',
      'spec.colour: Required value',
      NOT_CHECKED,
    ]);
    expect(wrong({ colour: 'red', size: -1 })).to.deep.equal([
      'spec.size: Invalid value: -1: spec.size in body should be greater than or equal to 0',
      '.spec.size: Invalid value: -1: should be a non-negative integer',
    ]);
  });

  it('may break rules in CEL: they are not evaluated', () => {
    expect(wrong({ colour: 'red', size: 99 })).to.deep.equal([]);
  });

  it('may have finalizers of any name', () => {
    const widget = stored({ colour: 'red' });
    const metadata = { ...widget.metadata, finalizers: ['widgets.example.com'] };
    expect(rules.validateCreate({ ...widget, metadata })).to.deep.equal([]);
    expect(rules.validateUpdate({ ...widget, metadata }, widget)).to.deep.equal([]);
  });

  it('is named by the rule for most objects', () => {
    const widget = stored({ colour: 'red' });
    const [cause] = rules.validateCreate({ ...widget, metadata: { ...widget.metadata, name: 'A' } });
    expect(cause?.field).to.equal('metadata.name');
  });

  it('counts its generations by all but metadata, and keeps its status', () => {
    const current = { ...stored({ colour: 'red' }), status: { size: 1 } } as KubeObject;
    const labelled = { ...current, metadata: { ...current.metadata, labels: { a: 'b' } } };
    expect(rules.prepareForUpdate(labelled, current).metadata.generation).to.equal(1);
    const next = rules.prepareForUpdate(
      { ...current, spec: { colour: 'green' }, status: {} } as unknown as KubeObject,
      current,
    );
    expect(next.metadata.generation).to.equal(2);
    expect(field(next, 'status')).to.deep.equal({ size: 1 });
  });

  it('may stay wrong where it was wrong before, and nowhere else', () => {
    const current = stored({ colour: 'blue' });
    const next = { ...current, spec: { colour: 'blue', size: -2 } } as unknown as KubeObject;
    expect(texts(rules.validateUpdate(current, current))).to.deep.equal([]);
    expect(texts(rules.validateUpdate(next, current))).to.deep.equal([
      'spec.size: Invalid value: -2: spec.size in body should be greater than or equal to 0',
      '.spec.size: Invalid value: -2: should be a non-negative integer',
    ]);
  });
});
