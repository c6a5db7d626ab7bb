import { deepEqual } from '../../fields/equality';
import { base64Bytes, utf8Bytes } from '../../fields/text';
import { forbidden, invalid, misformatted, tooLong } from '../../fields/validation/causes';
import { configKey, dnsSubdomain } from '../../fields/validation/formats';
import {
  type MetadataRules,
  validateMetadata,
  validateMetadataUpdate,
} from '../../fields/validation/metadata';
import type { FieldCause } from '../../refusals';
import type { ConfigMap } from './configMap';

const METADATA: MetadataRules = { namespaced: true, name: dnsSubdomain };
const MOST_BYTES = 1024 * 1024;

/** A config map: keys in form, each in one place, not more than 1 MiB in all. */
export const validateConfigMap = ({ metadata, data = {}, binaryData = {} }: ConfigMap): FieldCause[] => {
  const causes = validateMetadata(metadata, METADATA);
  let size = 0;
  for (const key of Object.keys(data).sort()) {
    causes.push(...misformatted(`data[${key}]`, key, configKey(key)));
    if (key in binaryData)
      causes.push(invalid(`data[${key}]`, key, 'duplicate of key present in binaryData'));
    size += utf8Bytes(data[key] ?? '');
  }
  for (const key of Object.keys(binaryData).sort()) {
    causes.push(...misformatted(`binaryData[${key}]`, key, configKey(key)));
    size += base64Bytes(binaryData[key] ?? '');
  }
  return size > MOST_BYTES ? [...causes, tooLong('[]', MOST_BYTES)] : causes;
};

/** A changed config map: nothing changes in one that says it is immutable. */
export const validateConfigMapUpdate = (next: ConfigMap, current: ConfigMap): FieldCause[] => {
  const causes = validateMetadataUpdate(next.metadata, current.metadata);
  if (current.immutable === true) {
    const fixed = (field: string) => forbidden(field, 'field is immutable when `immutable` is set');
    if (next.immutable !== true) causes.push(fixed('immutable'));
    if (!deepEqual(next.data ?? {}, current.data ?? {})) causes.push(fixed('data'));
    if (!deepEqual(next.binaryData ?? {}, current.binaryData ?? {})) causes.push(fixed('binaryData'));
  }
  return [...causes, ...validateConfigMap(next)];
};
