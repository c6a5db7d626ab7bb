import type { Event } from './event';
import { Parser } from './parser';
import { YamlProblem } from './problem';
import type { Scanner } from './scanner';

/** A part of a document, as it is written. */
export type Node = ScalarNode | CollectionNode | AliasNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly tag: string;
  readonly value: string;
  readonly implicit: boolean;
}

export interface CollectionNode {
  readonly kind: 'sequence' | 'mapping';
  /** The items of a list; keys and values of a map by turns. */
  readonly children: Node[];
}

export interface AliasNode {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: Node;
}

/** Builds the tree of the first document of a text. */
class TreeBuilder {
  readonly #anchors = new Map<string, Node>();
  readonly #open: CollectionNode[] = [];

  /** @returns the whole tree, once it is whole. @throws YamlProblem for an alias of nothing */
  add({ kind, anchor, tag, value, implicit }: Event): Node | undefined {
    switch (kind) {
      case 'scalar':
        return this.#place({ kind, tag, value, implicit }, anchor);
      case 'alias':
        return this.#place(this.#alias(anchor ?? ''));
      case 'sequence start':
      case 'mapping start': {
        const node: CollectionNode = {
          kind: kind === 'mapping start' ? 'mapping' : 'sequence',
          children: [],
        };
        if (anchor !== undefined) this.#anchors.set(anchor, node);
        this.#open.push(node);
        return undefined;
      }
      default: {
        const node = this.#open.pop();
        return node && this.#place(node);
      }
    }
  }

  #alias(name: string): AliasNode {
    const target = this.#anchors.get(name);
    if (!target) throw new YamlProblem(`unknown anchor '${name}' referenced`);
    return { kind: 'alias', name, target };
  }

  #place(node: Node, anchor?: string): Node | undefined {
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    const parent = this.#open.at(-1);
    if (!parent) return node;
    parent.children.push(node);
    return undefined;
  }
}

/**
 * Reads the first document of a text; what comes after it is not looked at, but for its first token.
 * @returns undefined for a text without a document
 * @throws YamlProblem
 * @see vendor/go.yaml.in/yaml/v2/decode.go parser.parse
 */
export const parseDocument = (scanner: Scanner): Node | undefined => {
  const parser = new Parser(scanner);
  if (parser.next().kind === 'stream end') return undefined;
  const builder = new TreeBuilder();
  let root: Node | undefined;
  while (!root) root = builder.add(parser.next());
  parser.next();
  return root;
};
