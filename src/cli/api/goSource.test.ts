import { expect } from 'chai';
import { fieldsOf, readGoFile } from './goSource';

const SOURCE = `package v1

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

type Gate string

// Door has a handle \`json:"handle"\`.
type Door struct {
	metav1.TypeMeta \`json:",inline"\`
	metav1.ObjectMeta \`json:"metadata,omitempty" protobuf:"bytes,1,opt,name=metadata"\`

	// Old string \`json:"old"\`
	Width  *int32             \`json:"width,omitempty"\`
	Gate   Gate               \`json:"gate"\`
	Keys   map[string][]byte  \`json:"keys,omitempty,omitzero"\`
	Port   intstr.IntOrString \`json:"port"\`
	Secret string             \`json:"-"\`
	hidden int
	Frame \`json:",inline"\`
}

type Frame struct {
	Hinges []Gate \`json:"hinges"\`
	Wood \`json:",inline"\`
}

type Wood struct {
	Tree string \`json:"tree"\`
}
`;

const META = `package v1
type TypeMeta struct {
	Kind string \`json:"kind,omitempty"\`
}
`;

describe('reading Go', () => {
  const packages = new Map([
    ['api/doors/v1', readGoFile(SOURCE, 'api/doors/v1')],
    ['apimachinery/pkg/apis/meta/v1', readGoFile(META, 'apimachinery/pkg/apis/meta/v1')],
  ]);
  const fields = fieldsOf('Door', 'api/doors/v1', (folder) => packages.get(folder) ?? new Map());

  it('finds the fields that JSON shows, those of embedded structs among them', () => {
    expect(Object.keys(fields).sort()).to.deep.equal(
      ['gate', 'hinges', 'keys', 'kind', 'metadata', 'port', 'tree', 'width'].sort(),
    );
  });

  it('prints types as Go does, by the names of their packages', () => {
    const types = Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, type]));
    expect(types).to.deep.equal({
      kind: 'string',
      metadata: 'v1.ObjectMeta',
      width: '*int32',
      gate: 'v1.Gate',
      keys: 'map[string][]uint8',
      port: 'intstr.IntOrString',
      hinges: '[]v1.Gate',
      tree: 'string',
    });
  });

  it('says with which structs a field is embedded', () => {
    expect(fields.tree?.within).to.deep.equal(['Frame', 'Wood']);
    expect(fields.hinges?.within).to.deep.equal(['Frame']);
    expect(fields.keys?.within).to.deep.equal([]);
  });

  it('keeps the options', () => {
    expect(fields.keys?.options).to.deep.equal(['omitempty', 'omitzero']);
    expect(fields.port?.options).to.deep.equal([]);
  });
});
