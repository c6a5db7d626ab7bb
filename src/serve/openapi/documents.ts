import type { Kinds } from '../../kubernetes/kinds/kinds';
import { kept } from '../discovery/kept';
import { etagOf } from '../http/texts';
import { type Definitions, type Part, partsOf } from './described';
import { writeVersion3 } from './version3';

/** A document that is made once and read often. */
export interface Document {
  readonly text: string;
  /** In quotes. */
  readonly etag: string;
}

export const documentOf = (value: object): Document => {
  const text = JSON.stringify(value);
  return { text, etag: etagOf(text) };
};

/** Where the OpenAPI documents of a cluster come from. */
export interface OpenApiSource {
  readonly kinds: Kinds;
  readonly definitions: Definitions;
}

/** What all clusters serve alike is described once for all of them. */
const ofKubernetes = new Map<string, Document>();

interface Made {
  readonly parts: ReadonlyMap<string, Part>;
  readonly custom: Map<string, Document>;
}

const perRegistry = new WeakMap<Kinds, (kinds: Kinds) => Made>();

const madeFor = ({ kinds, definitions }: OpenApiSource): Made => {
  let make = perRegistry.get(kinds);
  if (!make) {
    make = kept((registry) => ({
      parts: new Map(partsOf(registry, definitions).map((part) => [part.name, part])),
      custom: new Map(),
    }));
    perRegistry.set(kinds, make);
  }
  return make(kinds);
};

/** All parts that there are documents of. */
export const partsIn = (source: OpenApiSource): readonly Part[] => [...madeFor(source).parts.values()];

/**
 * The OpenAPI 3 document of a part of the API. It is made when it is first asked for.
 * @param name `apis/apps/v1`
 * @returns undefined if there is no such part
 */
export const documentNamed = (source: OpenApiSource, name: string): Document | undefined => {
  const { parts, custom } = madeFor(source);
  const part = parts.get(name);
  if (!part) return undefined;
  const documents = part.custom ? custom : ofKubernetes;
  let document = documents.get(name);
  if (!document) {
    document = documentOf(writeVersion3(part.describe()));
    documents.set(name, document);
  }
  return document;
};
