import { setField } from '../values';
import { AliasGuard } from './aliasGuard';
import { goSyntax, goValueSyntax } from './goSyntax';
import { keyOf } from './keys';
import { isMerge, scalarOf, target } from './meaning';
import type { AliasNode, CollectionNode, Node, ScalarNode } from './node';
import { YamlProblem } from './problem';
import { Unconvertible } from './toJson';

const notAMap = (): YamlProblem => new YamlProblem('map merge requires map or sequence of maps as the value');

/**
 * Makes values of a tree. Aliases are written out, keys that are set twice have their last value, and `<<` sets the keys
 * of another map where it stands: it overrides what stands before it.
 * @see vendor/go.yaml.in/yaml/v2/decode.go decoder.unmarshal
 */
export class Constructor {
  readonly #guard = new AliasGuard();
  /** Aliases whose value is being made. */
  readonly #inside = new Set<AliasNode>();
  /** Whether there was something that JSON does not have. */
  hasUnconvertible = false;

  /** @throws YamlProblem */
  value(node: Node): unknown {
    this.#guard.count();
    switch (node.kind) {
      case 'scalar':
        return this.#scalar(node);
      case 'alias':
        return this.#alias(node, (found) => this.value(found));
      case 'sequence':
        return this.#guard.deeper(() => node.children.map((child) => this.value(child)));
      case 'mapping': {
        const map = {};
        this.#guard.deeper(() => this.#fill(node, map));
        return map;
      }
    }
  }

  #scalar(node: ScalarNode): unknown {
    const { value } = scalarOf(node);
    if (typeof value === 'number' ? !Number.isFinite(value) : typeof value === 'bigint')
      this.hasUnconvertible = true;
    // JSON has no negative zero.
    return value === 0 ? 0 : value;
  }

  #alias<T>(node: AliasNode, make: (found: Node) => T): T {
    if (this.#inside.has(node)) throw new YamlProblem(`anchor '${node.name}' value contains itself`);
    this.#inside.add(node);
    const made = this.#guard.throughAlias(() => make(node.target));
    this.#inside.delete(node);
    return made;
  }

  #fill({ children }: CollectionNode, map: Record<string, unknown>): void {
    for (let index = 0; index < children.length; index += 2) {
      const key = children[index] as Node;
      const value = children[index + 1] as Node;
      if (isMerge(key)) this.#merge(value, map);
      else this.#set(key, value, map);
    }
  }

  #set(key: Node, value: Node, map: Record<string, unknown>): void {
    const name = this.#key(key);
    const made = this.value(value);
    if (typeof name === 'string') {
      setField(map, name, made);
      return;
    }
    this.hasUnconvertible = true;
    const about = `key: ${goValueSyntax(key)}, value: ${goValueSyntax(value)}`;
    setField(map, `\0${name.type}`, new Unconvertible(`unsupported map key of type: ${name.type}, ${about}`));
  }

  /** The name of a field, or the Go type of a key that cannot be one. */
  #key(node: Node): string | { readonly type: string } {
    const found = target(node);
    if (found.kind === 'scalar') {
      this.#guard.count();
      if (node.kind === 'alias') this.#alias(node, () => this.#guard.count());
      return keyOf(scalarOf(found));
    }
    this.value(node);
    throw new YamlProblem(`invalid map key: ${goSyntax(node)}`);
  }

  #merge(node: Node, map: Record<string, unknown>): void {
    if (node.kind === 'sequence') {
      // The first of several maps counts most: it comes last.
      for (const child of [...node.children].reverse()) {
        if (target(child).kind !== 'mapping') throw notAMap();
        this.#mergeMap(child, map);
      }
    } else if (target(node).kind === 'mapping') this.#mergeMap(node, map);
    else throw notAMap();
  }

  #mergeMap(node: Node, map: Record<string, unknown>): void {
    this.#guard.count();
    if (node.kind === 'alias') this.#alias(node, (found) => this.#mergeMap(found, map));
    else if (node.kind === 'mapping') this.#guard.deeper(() => this.#fill(node, map));
  }
}
