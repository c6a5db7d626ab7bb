import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { readInternalFields } from './internalFields';

const SOURCES: Readonly<Record<string, string>> = {
  'pkg/apis/core/types.go': `package core

type Colour string
type Amounts map[Colour]resource.Quantity

type PodTemplateSpec struct {
	// Labels and the like.
	metav1.ObjectMeta
	Spec PodSpec
}

type PodSpec struct {
	Doors []Door // of any colour
	Lock  *Lock
}

type Door struct {
	Paint
	Width   int32 \`json:"width"\`
	Amounts Amounts
}

type Paint struct {
	Colour *Colour
}

type Lock struct {
}

type Unused struct {
	Lock Lock
}
`,
  'pkg/apis/batch/types.go': `package batch

type PodFailurePolicy struct {
	Templates []api.PodTemplateSpec
}
`,
};

describe('reading what the API server works with', () => {
  let source: string;
  before(() => {
    source = mkdtempSync(join(tmpdir(), 'source-'));
    for (const [path, text] of Object.entries(SOURCES)) {
      mkdirSync(dirname(join(source, path)), { recursive: true });
      writeFileSync(join(source, path), text);
    }
  });
  after(() => rmSync(source, { recursive: true }));

  it('finds what printed structs hold, in order, with embedded structs and what names stand for', () => {
    const fields = readInternalFields(source);
    expect(Object.keys(fields)).to.deep.equal([
      'Door',
      'Lock',
      'PodFailurePolicy',
      'PodSpec',
      'PodTemplateSpec',
    ]);
    expect(Object.entries(fields.Door ?? {})).to.deep.equal([
      ['Colour', '*string'],
      ['Width', 'int32'],
      ['Amounts', 'map[string]resource.Quantity'],
    ]);
    expect(fields.PodTemplateSpec).to.deep.equal({
      'metav1.ObjectMeta': 'metav1.ObjectMeta',
      Spec: 'PodSpec',
    });
    expect(fields.PodFailurePolicy).to.deep.equal({ Templates: '[]PodTemplateSpec' });
    expect(fields.PodSpec).to.deep.equal({ Doors: '[]Door', Lock: '*Lock' });
  });
});
