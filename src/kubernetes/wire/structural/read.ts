import type { Read, Reading } from '../schema/decode';
import { Decoder } from '../schema/decoder';
import { definitionNamed } from '../schema/schema';
import { type Dialect, jsonKind } from '../schema/words';
import { withoutNulls } from './defaults';
import { pruned } from './prune';
import { isObject, type JsonObject, type Structural } from './structural';

const METADATA = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

const read = (document: JsonObject, schema: Structural | undefined, words: Dialect): Reading<JsonObject> => {
  const { metadata } = document;
  const type = definitionNamed(METADATA);
  const decoder = new Decoder(words);
  let own = document;
  if (metadata !== undefined && metadata !== null && type) {
    if (!isObject(metadata)) {
      return { error: `json: cannot unmarshal ${jsonKind(metadata)} into Go value of type v1.ObjectMeta` };
    }
    const decoded = decoder.decode(metadata, type);
    if ('error' in decoded) return decoded;
    if (decoded.value !== metadata) own = { ...document, metadata: decoded.value };
  }
  const { value, unknown } = pruned(own, schema);
  return {
    value: withoutNulls(value, schema),
    unknown: [...decoder.unknownFields.map((field) => `metadata.${field}`), ...unknown],
  };
};

/**
 * Reads a custom resource: its metadata as that of every object, all else by the structural schema of its version.
 * Fields that the schema does not know are dropped, and named; nulls that it does not allow are dropped.
 * @see k8s.io/apiextensions-apiserver/pkg/apiserver unstructuredSchemaCoercer
 */
export const readByStructure =
  (schema: Structural | undefined): Read =>
  <T extends object>(document: T, words: Dialect) =>
    read(document as JsonObject, schema, words) as Reading<T>;
