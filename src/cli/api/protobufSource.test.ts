import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { readProtobuf } from './protobufSource';

const SOURCES: Readonly<Record<string, string>> = {
  'api/doors/v1/register.go': `
const GroupName = "doors.example.com"

func addKnownTypes(scheme *runtime.Scheme) error {
	scheme.AddKnownTypes(SchemeGroupVersion,
		&Door{},
		&List{},
		&Unwritten{},
	)
	metav1.AddToGroupVersion(scheme, SchemeGroupVersion)
}
`,
  'api/doors/v1/types.go': `
type Door struct {
	metav1.TypeMeta \`json:",inline"\`
	metav1.ObjectMeta \`json:"metadata,omitempty" protobuf:"bytes,1,opt,name=metadata"\`
	// Width \`json:"old" protobuf:"varint,2,opt,name=old"\` is no field.
	Width *int32 \`json:"width,omitempty" protobuf:"varint,2,opt,name=width"\`
	Lock \`json:",inline" protobuf:"bytes,3,opt,name=lock"\`
	Keys map[string]Key \`json:"keys" protobuf:"bytes,4,rep,name=keys"\`
	IDs []string \`json:"ids,omitempty" protobuf:"bytes,5,rep,name=ids"\`
}

type Lock struct {
	Open bool \`json:"open" protobuf:"varint,1,opt,name=open"\`
}

type List metav1.List
`,
  'api/doors/v1/generated.proto': `
message Door {
  optional .k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta metadata = 1;
  // optional string old = 9;
  optional int32 width = 2;

  optional Lock lock = 3;

  map<string, Key> keys = 4;

  repeated string ids = 5;
}

message Key {
  repeated string items = 1;
}

message List {
  repeated string items = 2;
}

message Lock {
  optional bool open = 1;
}

message Unused {
  optional bool open = 1;
}
`,
  'apimachinery/pkg/apis/meta/v1/register.go': `
const GroupName = "meta.k8s.io"

var optionsTypes = []runtime.Object{
	&DeleteOptions{},
}

func AddToGroupVersion(scheme *runtime.Scheme) {
	scheme.AddUnversionedTypes(Unversioned,
		&Status{},
	)
}
`,
  'apimachinery/pkg/apis/meta/v1/types.go': `
type ObjectMeta struct {
	Born Time \`json:"born,omitempty,omitzero" protobuf:"bytes,8,opt,name=born"\`
}

type List struct {
	Items []string \`json:"items" protobuf:"bytes,2,rep,name=items"\`
}
`,
  'apimachinery/pkg/apis/meta/v1/generated.proto': `
message DeleteOptions {
}

message ObjectMeta {
  optional Time born = 8;
}

message Status {
}

message Time {
  optional int64 seconds = 1;
}
`,
};

const META = 'apimachinery/pkg/apis/meta/v1';

describe('reading how objects are written in protobuf', () => {
  let source: string;
  before(() => {
    source = mkdtempSync(join(tmpdir(), 'source-'));
    for (const [path, text] of Object.entries(SOURCES)) {
      const file = join(source, 'staging/src/k8s.io', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  });
  after(() => rmSync(source, { recursive: true }));

  const read = () =>
    readProtobuf(source, {
      'io.k8s.api.doors.v1.Door': { 'x-kubernetes-group-version-kind': [] },
    });

  it('finds the kinds that are registered and written, and what every group has', () => {
    expect(read().kinds).to.deep.equal({
      'doors.example.com/v1 DeleteOptions': `${META}.DeleteOptions`,
      'doors.example.com/v1 Door': 'api/doors/v1.Door',
      'doors.example.com/v1 List': 'api/doors/v1.List',
      'meta.k8s.io/v1 DeleteOptions': `${META}.DeleteOptions`,
      'v1 Status': `${META}.Status`,
    });
  });

  it('joins what protobuf and JSON say of each field, by its number', () => {
    expect(read().messages).to.deep.equal({
      'api/doors/v1.Door': {
        Lock: { n: 3, t: 'api/doors/v1.Lock', inline: true },
        ids: { n: 5, t: 'string', repeated: true, omitempty: true, go: 'IDs' },
        keys: { n: 4, t: 'api/doors/v1.Key', map: true },
        metadata: { n: 1, t: `${META}.ObjectMeta`, omitempty: true, go: 'ObjectMeta' },
        width: { n: 2, t: 'int32', pointer: true, omitempty: true },
      },
      'api/doors/v1.Key': { items: { n: 1, t: 'string', repeated: true } },
      'api/doors/v1.List': { items: { n: 2, t: 'string', repeated: true } },
      'api/doors/v1.Lock': { open: { n: 1, t: 'bool' } },
      [`${META}.DeleteOptions`]: {},
      [`${META}.ObjectMeta`]: { born: { n: 8, t: `${META}.Time`, omitempty: true, omitzero: true } },
      [`${META}.Status`]: {},
      [`${META}.Time`]: { seconds: { n: 1, t: 'int64' } },
    });
  });
});
