import type { Read } from '../schema/decode';
import { Decoder } from '../schema/decoder';
import { definitionNamed } from '../schema/schema';
import { jsonKind } from '../schema/words';
import { withoutNulls } from './defaults';
import { pruned } from './prune';
import { isObject, type Structural } from './structural';

const METADATA = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

/**
 * Reads a custom resource: its metadata as that of every object, all else by the structural schema of its version.
 * Fields that the schema does not know are dropped, and named; nulls that it does not allow are dropped.
 * @see k8s.io/apiextensions-apiserver/pkg/apiserver unstructuredSchemaCoercer
 */
export const readByStructure =
  (schema: Structural | undefined): Read =>
  (document, words) => {
    const { metadata } = document;
    const type = definitionNamed(METADATA);
    const decoder = new Decoder(words);
    let read = document;
    if (metadata !== undefined && metadata !== null && type) {
      if (!isObject(metadata)) {
        return { error: `json: cannot unmarshal ${jsonKind(metadata)} into Go value of type v1.ObjectMeta` };
      }
      const decoded = decoder.decode(metadata, type);
      if ('error' in decoded) return decoded;
      if (decoded.value !== metadata) read = { ...document, metadata: decoded.value };
    }
    const { value, unknown } = pruned(read, schema);
    return {
      value: withoutNulls(value, schema),
      unknown: [...decoder.unknownFields.map((field) => `metadata.${field}`), ...unknown],
    };
  };
