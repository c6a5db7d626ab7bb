import { quoted } from '../../fields/text';
import type { KubeObject, Manifest } from '../../object';
import { badRequest, invalid, notRegistered } from '../../refusals';
import { Decoder } from './decoder';
import { goValue } from './goValue';
import { definitionOf } from './schema';
import { converterWords, jsonWords } from './words';

const NAMELESS = { group: '', plural: '', kind: '' };

const strictly = (fields: readonly string[]): string =>
  `strict decoding error: ${fields.map((field) => `unknown field ${quoted(field)}`).join(', ')}`;

/**
 * Reads an object as the API server decodes a request body under strict field validation.
 *
 * @returns the manifest as decoded: without nulls, empty lists, empty maps and zeros that say nothing, with canonical
 *   quantities; the same object if it was like that already. A manifest of a kind without a schema comes back as it is.
 * @throws ApiError 400 naming the first value of a wrong type, or all unknown fields.
 */
export const decodeStrictly = (manifest: Manifest): Manifest => {
  const type = definitionOf(manifest);
  if (!type) return manifest;
  const decoder = new Decoder(jsonWords);
  const decoded = decoder.decode(manifest, type);
  const version = manifest.apiVersion.split('/').at(-1);
  const prefix = `${manifest.kind} in version "${version}" cannot be handled as a ${manifest.kind}: `;
  if ('error' in decoded) throw badRequest(`${prefix}${decoded.error}`);
  if (decoder.unknownFields.length > 0) throw badRequest(`${prefix}${strictly(decoder.unknownFields)}`);
  return decoded.value as Manifest;
};

/** A patch: its body, and how it is meant. */
export interface Change {
  readonly patch: unknown;
  readonly type: 'strategic' | 'merge' | 'json';
}

/**
 * Reads the outcome of a patch as the API server does: other words and another code than for a whole object.
 *
 * @param change a refusal quotes its body (strategic) or the outcome (JSON and merge patches)
 * @returns the decoded object, of the kind it was before; the same one if nothing had to be cleaned
 * @throws ApiError 422 for a value of a wrong type, an unknown field, or another kind in a JSON or merge patch
 */
export const decodePatchResult = <T extends KubeObject>(
  patched: T,
  current: KubeObject,
  { patch, type }: Change,
): T => {
  const refuse = (problem: string): never => {
    const printed = quoted(type === 'strategic' ? goValue(patch) : JSON.stringify(patched));
    throw invalid(NAMELESS, '', [
      { reason: 'FieldValueInvalid', field: 'patch', message: `Invalid value: ${printed}: ${problem}` },
    ]);
  };
  const { apiVersion, kind } = current;
  if (type !== 'strategic' && (patched.apiVersion !== apiVersion || patched.kind !== kind))
    refuse(notRegistered(patched));
  const whole = hasType(patched, current)
    ? patched
    : { ...patched, apiVersion, kind, metadata: patched.metadata ?? {} };
  const definition = definitionOf(current);
  if (!definition) return whole;
  const decoder = new Decoder(type === 'strategic' ? converterWords : jsonWords);
  const decoded = decoder.decode(whole as unknown as Manifest, definition);
  if ('error' in decoded) return refuse(decoded.error);
  if (decoder.unknownFields.length > 0) return refuse(strictly(decoder.unknownFields));
  return decoded.value as unknown as T;
};

const hasType = (object: KubeObject, { apiVersion, kind }: KubeObject): boolean =>
  object.apiVersion === apiVersion && object.kind === kind && Boolean(object.metadata);
