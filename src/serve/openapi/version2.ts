import { KUBERNETES } from '../../kubernetes/release';
import type { Described } from './described';
import { type Content, METHODS, type Operation, type Parameter } from './operation';
import { schemaInVersion2 } from './schema2';
import type { Schema, Schemas } from './schemas';
import { BEARER, PHRASES, sharedBy, unshared } from './writing';

/** A parameter in OpenAPI 2. */
export type Parameter2 =
  | { readonly name: string; readonly in: 'body'; readonly required?: true; readonly schema: Schema }
  | {
      readonly name: string;
      readonly in: 'path' | 'query';
      readonly required?: true;
      readonly type: string;
      readonly uniqueItems: true;
    };

export interface Operation2 {
  readonly consumes?: readonly string[];
  readonly produces: readonly string[];
  readonly tags: readonly string[];
  readonly operationId: string;
  readonly parameters?: readonly Parameter2[];
  readonly responses: Readonly<Record<string, { readonly description: string; readonly schema?: Schema }>>;
  readonly [extension: `x-${string}`]: unknown;
}

export type Path2 = { readonly [M in (typeof METHODS)[number]]?: Operation2 } & {
  readonly parameters?: readonly Parameter2[];
};

/** An OpenAPI 2 document, as far as it is written here. */
export interface Document2 {
  readonly swagger: '2.0';
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Path2>>;
  readonly definitions: Schemas;
  readonly securityDefinitions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

const schemaOf = (content: Content): Schema =>
  content === 'text' ? { type: 'string' } : { $ref: `#/definitions/${content.type}` };

const parameterOf = ({ name, in: place, type }: Parameter): Parameter2 => ({
  name,
  in: place,
  ...(place === 'path' ? { required: true as const } : {}),
  type,
  uniqueItems: true,
});

const bodyOf = ({ content, required }: NonNullable<Operation['body']>): Parameter2 => ({
  name: 'body',
  in: 'body',
  ...(required ? { required: true as const } : {}),
  schema: schemaOf(content),
});

/** What nothing is sent to is said to take what it gives, or anything. */
const consumed = ({ body, action, answers, produces }: Operation) => {
  if (body) return { consumes: body.mediaTypes };
  const isAny = action !== undefined && (produces.length !== 2 || produces[1] !== 'application/yaml');
  if (isAny) return { consumes: ['*/*'] };
  return answers[200] === 'text' ? {} : { consumes: produces };
};

const operationOf = (operation: Operation, tag: string, shared: readonly Parameter[]): Operation2 => {
  const { id, body, answers, produces, action, kind } = operation;
  const parameters = [...(body ? [bodyOf(body)] : []), ...unshared(operation, shared).map(parameterOf)];
  return {
    ...consumed(operation),
    produces,
    tags: [tag],
    operationId: id,
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([code, content]) => [
          code,
          { description: PHRASES[code] ?? '', schema: schemaOf(content) },
        ]),
      ),
      401: { description: 'Unauthorized' },
    },
    ...(action ? { 'x-kubernetes-action': action } : {}),
    ...(kind ? { 'x-kubernetes-group-version-kind': kind } : {}),
  };
};

const pathOf = (operations: readonly Operation[], tag: string): Path2 => {
  const shared = sharedBy(operations);
  const methods = METHODS.flatMap((method) => {
    const found = operations.find((each) => each.method === method);
    return found ? [[method, operationOf(found, tag, shared)] as const] : [];
  });
  return {
    ...Object.fromEntries(methods),
    ...(shared.length > 0 ? { parameters: shared.map(parameterOf) } : {}),
  };
};

const sortedEntries = <T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

const GVK = 'x-kubernetes-group-version-kind';

/** All types; one that parts name differently, such as the options of deletions, is named in all their ways. */
const definitionsOf = (parts: readonly Described[]): Schemas => {
  const types = new Map<string, Schema>();
  const named = new Map<string, Set<string>>();
  for (const { schemas } of parts)
    for (const [name, schema] of Object.entries(schemas)) {
      if (!types.has(name)) types.set(name, schemaInVersion2(schema));
      const names = named.get(name) ?? new Set();
      named.set(name, names);
      for (const each of (schema[GVK] ?? []) as readonly object[]) names.add(JSON.stringify(each));
    }
  for (const [name, names] of named) {
    const schema = types.get(name);
    if (schema && names.size > 1)
      types.set(name, { ...schema, [GVK]: [...names].map((each) => JSON.parse(each)) });
  }
  return sortedEntries([...types]);
};

/** The OpenAPI 2 document of all parts of the API together: what old clients read. */
export const writeVersion2 = (parts: readonly Described[]): Document2 => {
  const paths = parts.flatMap(({ tag, paths: ofPart }) =>
    ofPart.map(({ path, operations }) => [path, pathOf(operations, tag)] as const),
  );
  return {
    swagger: '2.0',
    info: { title: 'Kubernetes', version: KUBERNETES.release },
    paths: sortedEntries(paths),
    definitions: definitionsOf(parts),
    securityDefinitions: BEARER,
    security: [{ BearerToken: [] }],
  };
};
