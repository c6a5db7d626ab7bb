import type { Kinds } from '../../kubernetes/kinds/kinds';
import { kept } from '../discovery/kept';
import { etagOf } from '../http/texts';
import { type Definitions, type Part, partsOf } from './described';
import { toProtobuf } from './protobuf2';
import { writeVersion2 } from './version2';
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

/** All of the API in one document, for old clients. */
export interface WholeDocument extends Document {
  /** The same in protobuf. */
  protobuf(): Uint8Array;
}

/** What is made of a registry of kinds. */
interface Made {
  readonly parts: ReadonlyMap<string, Part>;
  readonly custom: Map<string, Document>;
  whole?: WholeDocument;
}

/** The whole of clusters that serve nothing but Kubernetes' own kinds. */
let wholeOfKubernetes: WholeDocument | undefined;

const wholeOf = (parts: ReadonlyMap<string, Part>): WholeDocument => {
  const whole = writeVersion2([...parts.values()].map((part) => part.describe()));
  let protobuf: Uint8Array | undefined;
  return {
    ...documentOf(whole),
    protobuf: () => {
      protobuf ??= toProtobuf(whole);
      return protobuf;
    },
  };
};

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

/** The OpenAPI 2 document. It is made when it is first asked for. */
export const wholeDocument = (source: OpenApiSource): WholeDocument => {
  const made = madeFor(source);
  if ([...made.parts.values()].some(({ custom }) => custom)) {
    made.whole ??= wholeOf(made.parts);
    return made.whole;
  }
  wholeOfKubernetes ??= wholeOf(made.parts);
  return wholeOfKubernetes;
};
