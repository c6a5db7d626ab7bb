import { writeJson } from '../../kubernetes/fields/exactJson';
import { readQuantity, writeQuantity } from '../../kubernetes/fields/exactQuantity';
import { isMap } from '../../kubernetes/wire/values';
import { readMoment, writeMoment } from './moments';
import { ProtobufProblem } from './problem';

type Fields = Readonly<Record<string, unknown>>;

interface Around {
  /** Not a byte was written of it. */
  readonly isEmpty: boolean;
  /** Reads JSON, or a whole object in protobuf. */
  nested(bytes: Uint8Array): unknown;
}

/** A type that JSON writes in another way than field by field. Bytes are as they are. */
export interface OwnWay {
  fromFields(fields: Fields, around: Around): unknown;
  /** @returns undefined for what is written without a byte */
  toFields(value: unknown): Fields | undefined;
}

const META = 'apimachinery/pkg/apis/meta/v1';
const EXTENSIONS = 'apiextensions-apiserver/pkg/apis/apiextensions/v1';

/** @see k8s.io/apimachinery/pkg/apis/meta/v1 time_proto.go, micro_time_proto.go */
const time = (withMicroseconds: boolean): OwnWay => ({
  fromFields: ({ seconds, nanos }, { isEmpty }) => {
    if (isEmpty) return null;
    return writeMoment(Number(seconds), withMicroseconds ? Math.trunc(Number(nanos) / 1000) : undefined);
  },
  toFields: (value) => (typeof value === 'string' ? readMoment(value, withMicroseconds) : undefined),
});

/** @see k8s.io/apimachinery/pkg/api/resource quantity_proto.go */
const quantity: OwnWay = {
  fromFields: ({ string }, { isEmpty }) => {
    if (isEmpty) return '0';
    const read = readQuantity(String(string));
    if (typeof read === 'string') throw new ProtobufProblem(read);
    return writeQuantity(read);
  },
  toFields: (value) => {
    const read = readQuantity(String(value ?? '0'));
    return { string: typeof read === 'string' ? '0' : writeQuantity(read) };
  },
};

/** @see k8s.io/apimachinery/pkg/util/intstr IntOrString */
const intOrString: OwnWay = {
  fromFields: ({ type, intVal, strVal }) => {
    if (type === 0) return intVal;
    if (type === 1) return strVal;
    throw new ProtobufProblem('impossible IntOrString.Type');
  },
  toFields: (value) =>
    typeof value === 'string' ? { type: 1, intVal: 0, strVal: value } : { type: 0, intVal: value ?? 0 },
};

const utf8 = new TextEncoder();

/** JSON that is kept as it came. @param name of the field that has its bytes */
const json = (name: string): OwnWay => ({
  fromFields: (fields, { nested }) => {
    const bytes = fields[name];
    return bytes instanceof Uint8Array && bytes.length > 0 ? nested(bytes) : null;
  },
  toFields: (value) =>
    value === undefined || value === null ? {} : { [name]: utf8.encode(writeJson(value)) },
});

/** A list of texts that is a type of its own. */
const list: OwnWay = {
  fromFields: ({ items }) => items ?? [],
  toFields: (value) => ({ items: value }),
};

/** A schema, or several, or something simpler in their place. @param several the field for lists */
const schemaOr = (several: string): OwnWay => ({
  fromFields: (fields) => fields[several] ?? fields.schema,
  toFields: (value) => (Array.isArray(value) ? { [several]: value } : { schema: value }),
});

/** @see k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1 marshal.go */
const schemaOrBool: OwnWay = {
  fromFields: ({ allows, schema }) => schema ?? allows,
  toFields: (value) => (isMap(value) ? { allows: true, schema: value } : { allows: value === true }),
};

const ways: Readonly<Record<string, OwnWay>> = {
  [`${META}.Time`]: time(false),
  [`${META}.MicroTime`]: time(true),
  [`${META}.FieldsV1`]: json('Raw'),
  [`${META}.Verbs`]: list,
  'api/authentication/v1.ExtraValue': list,
  'api/authorization/v1.ExtraValue': list,
  'api/certificates/v1.ExtraValue': list,
  'apimachinery/pkg/api/resource.Quantity': quantity,
  'apimachinery/pkg/runtime.RawExtension': json('raw'),
  'apimachinery/pkg/util/intstr.IntOrString': intOrString,
  [`${EXTENSIONS}.JSON`]: json('raw'),
  [`${EXTENSIONS}.JSONSchemaPropsOrArray`]: schemaOr('jSONSchemas'),
  [`${EXTENSIONS}.JSONSchemaPropsOrStringArray`]: schemaOr('property'),
  [`${EXTENSIONS}.JSONSchemaPropsOrBool`]: schemaOrBool,
};

/** How JSON writes a message that it does not write field by field. */
export const ownWay = (name: string): OwnWay | undefined => ways[name];
