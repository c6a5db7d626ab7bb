import { badRequest } from '../../kubernetes/refusals';
import { readDocument, UnreadableError } from '../../kubernetes/wire/document';
import type { HostOptions } from './hostedCluster';

const TYPES: Readonly<Record<keyof HostOptions, 'number' | 'boolean'>> = {
  nodes: 'number',
  seed: 'number',
  speed: 'number',
  pace: 'number',
  paused: 'boolean',
  stepped: 'boolean',
  disturbed: 'boolean',
};

const isOption = (key: string): key is keyof HostOptions => Object.hasOwn(TYPES, key);

const read = (text: string): unknown => {
  try {
    return readDocument(text);
  } catch (error) {
    if (error instanceof UnreadableError) throw badRequest(error.message);
    throw error;
  }
};

/**
 * Reads how a cluster is to be made, in JSON or YAML: `{"nodes": 5, "seed": 7}`. Nothing is all by default.
 * @throws ApiError 400 that names what is not known, or of another type
 */
export const readHostOptions = (text: string): HostOptions => {
  const value = text.trim() === '' ? {} : read(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('a cluster is described by an object, such as {"nodes": 5}');
  for (const [key, given] of Object.entries(value)) {
    if (!isOption(key))
      throw badRequest(`unknown field "${key}": a cluster has ${Object.keys(TYPES).join(', ')}`);
    if (typeof given !== TYPES[key]) throw badRequest(`${key}: must be a ${TYPES[key]}`);
  }
  // Each of its fields has just been looked at.
  return value as HostOptions;
};
