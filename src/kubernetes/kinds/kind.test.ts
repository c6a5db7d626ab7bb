import { expect } from 'chai';
import { dnsLabel } from '../fields/validation/formats';
import type { KubeObject } from '../object';
import { defineKind, type Kind } from './kind';
import { stored, wrong } from './objects.testkit';

interface Garden extends KubeObject {
  readonly spec?: { readonly beds?: number };
  readonly status?: { readonly watered?: boolean };
}

const FACTS = { apiVersion: 'land.example.com/v2', kind: 'Garden', plural: 'gardens', namespaced: true };
const plain = defineKind<Garden>(FACTS);
const kept = defineKind<Garden>({ ...FACTS, subresources: [{ name: 'status' }], countsGenerations: true });

describe('a kind that says nothing but what it is', () => {
  it('has the facts that follow', () => {
    expect(plain).to.include({
      group: 'land.example.com',
      version: 'v2',
      singular: 'garden',
      hasStatus: false,
    });
    expect(plain.verbs).to.include('deletecollection');
    expect(defineKind({ ...FACTS, apiVersion: 'v1' })).to.include({ group: '', version: 'v1' });
  });

  it('leaves its objects as they are', () => {
    const garden = stored(plain, { status: { watered: true } });
    expect(plain.defaults(garden)).to.equal(garden);
    expect(plain.prepareForCreate(garden)).to.equal(garden);
    expect(plain.prepareForUpdate(garden, stored(plain))).to.equal(garden);
    expect([plain.gracePeriod(garden, 30), plain.isHeld(garden)]).to.deep.equal([0, false]);
    expect(plain.whenTerminating(garden)).to.equal(garden);
  });

  it('has their metadata looked at', () => {
    const owner = { apiVersion: 'a/b/c', kind: 'Team', name: 'a', uid: 'u' };
    const annotations = { a: 'x'.repeat(256 * 1024) };
    const causes = [
      'metadata.annotations: Too long: may not be more than 262144 bytes',
      'metadata.ownerReferences.apiVersion: Invalid value: "a/b/c": version must not be empty',
    ];
    const odd = stored(plain, {}, { ownerReferences: [owner], annotations });
    expect(wrong(plain.validateCreate(odd))).to.deep.equal(causes);
    expect(wrong(plain.validateUpdate(odd, stored(plain)))).to.deep.equal([...causes, ...causes]);
    expect(wrong(plain.validateStatusUpdate(odd, stored(plain)))).to.deep.equal([...causes, ...causes]);
  });

  it('may say what names look like', () => {
    const strict = defineKind({ ...FACTS, name: dnsLabel });
    const dotted = stored(strict, {}, { name: 'a.b' });
    expect(plain.validateCreate(dotted)).to.deep.equal([]);
    expect(strict.validateCreate(dotted)).to.have.length(1);
  });

  it('is a kind like any other', () => {
    const any: Kind = plain;
    expect(any.kind).to.equal('Garden');
  });
});

describe('a kind with a status of its own', () => {
  const dry = stored(kept, { spec: { beds: 2 }, status: { watered: false } }, { generation: 3 });
  const wet = { ...dry, status: { watered: true } };

  it('speaks its own type there', () => {
    expect(kept.hasStatus).to.equal(true);
    expect(kept.subresources).to.deep.equal([
      { name: 'status', apiVersion: FACTS.apiVersion, kind: 'Garden', verbs: ['get', 'patch', 'update'] },
    ]);
  });

  it('empties the status of new objects, and keeps it in updates', () => {
    expect(kept.prepareForCreate(wet).status).to.deep.equal({});
    expect(kept.prepareForUpdate(wet, dry).status).to.equal(dry.status);
  });

  it('counts the generations of the spec', () => {
    const generationOf = (next: Garden) => kept.prepareForUpdate(next, dry).metadata.generation;
    expect(generationOf({ ...dry, spec: { beds: 2 } })).to.equal(3);
    expect(generationOf({ ...dry, spec: { beds: 3 } })).to.equal(4);
    expect(generationOf({ ...dry, metadata: { ...dry.metadata, generation: 9 } })).to.equal(3);
  });

  it('may have more to do, once that is done', () => {
    const special = defineKind<Garden>({
      ...FACTS,
      subresources: [{ name: 'status' }],
      prepareForUpdate: (next, current) => ({
        ...next,
        spec: { beds: next.status === current.status ? 7 : 0 },
      }),
    });
    expect(special.prepareForUpdate(wet, dry).spec?.beds).to.equal(7);
  });
});
