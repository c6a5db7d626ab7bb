import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { isObject, type JsonObject } from '../../../kubernetes/wire/patch/json';
import type { PatchType } from '../../../kubernetes/wire/patch/request';
import { withValues } from './jsonPatch';
import type { Naming } from './naming';
import { put, valueAt } from './paths';

/** What the server generates names of: neither vowels nor what looks like them. @see k8s.io/apimachinery/pkg/util/rand */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';
const GENERATED_LENGTH = 5;

/** Names of whole objects: it depends on the kind, and on where an object is, what they become. */
export class Roots {
  readonly #naming: Naming;
  readonly #random: () => number;
  /** Names that no rule leads back to, by what the example knows them as. */
  readonly #strange = new Map<string, string>();

  /** @param random from 0 to 1 */
  constructor(naming: Naming, random: () => number) {
    this.#naming = naming;
    this.#random = random;
  }

  name({ kind, group, namespaced }: ResourceType, name: string, namespace?: string): string {
    this.#naming.learn(kind, namespaced);
    const known = this.#strange.get(`${kind}/${namespaced ? (namespace ?? '') : ''}/${name}`);
    return known ?? this.#naming.object({ kind, group, namespace }, name);
  }

  /** An event of a node, say, is named `east-1-RUN-7.18f2`: the mark is not where it is put. @param plain as it is seen */
  note({ kind, apiVersion, metadata: { name } }: KubeObject, { metadata }: KubeObject): void {
    if (name === metadata.name || !this.#naming.mark.isIn(name)) return;
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
    const { namespace = '' } = metadata;
    if (this.#naming.object({ kind, group, namespace }, metadata.name) !== name)
      this.#strange.set(`${kind}/${namespace}/${metadata.name}`, name);
  }

  /** What is to be made, or replaced. */
  made(manifest: JsonObject, resource: ResourceType): JsonObject {
    this.#define(manifest, resource);
    const { metadata } = manifest;
    if (!isObject(metadata) || metadata.name || typeof metadata.generateName !== 'string')
      return this.#named(manifest, resource);
    // The server would put what it generates behind the mark.
    const name = this.#generated(metadata.generateName);
    const named = this.#named({ ...manifest, metadata: { ...metadata, name } }, resource);
    return valueAt(named, ['metadata', 'name']) === name ? this.#named(manifest, resource) : named;
  }

  patch(patch: unknown, type: PatchType, resource: ResourceType): unknown {
    if (type === 'json') return withValues(patch, (value, steps) => this.#placed(value, steps, resource));
    if (!isObject(patch)) return patch;
    return type === 'apply' ? this.made(patch, resource) : this.#named(patch, resource);
  }

  #named(manifest: JsonObject, resource: ResourceType): JsonObject {
    const { apiVersion, metadata } = manifest;
    const out =
      typeof apiVersion === 'string'
        ? { ...manifest, apiVersion: this.#naming.apiVersion(apiVersion) }
        : manifest;
    if (!isObject(metadata) || typeof metadata.name !== 'string') return out;
    const namespace = typeof metadata.namespace === 'string' ? metadata.namespace : undefined;
    return { ...out, metadata: { ...metadata, name: this.name(resource, metadata.name, namespace) } };
  }

  /** What a JSON patch puts somewhere. */
  #placed(value: unknown, steps: readonly string[], resource: ResourceType): unknown {
    if (!/^(apiVersion|metadata(,name)?)?$/.test(steps.join(','))) return value;
    const whole = put(steps, value);
    return isObject(whole) ? valueAt(this.#named(whole, resource), steps) : value;
  }

  #generated(base: string): string {
    const letters = Array.from(
      { length: GENERATED_LENGTH },
      () => ALPHABET[Math.floor(this.#random() * ALPHABET.length)],
    );
    return base + letters.join('');
  }

  /** Whoever defines a kind has it alone. */
  #define({ spec }: JsonObject, { kind }: ResourceType): void {
    if (kind !== 'CustomResourceDefinition' && kind !== 'APIService') return;
    if (isObject(spec) && typeof spec.group === 'string') this.#naming.define(spec.group);
  }
}
