import { servedKindsOf } from './kinds';
import type { ProtobufTable, Published } from './published';
import { schemasOf } from './schemas';
import { compactTypes } from './types';

/** One entry a line, so that a change of one type is a change of one line. */
const object = (entries: Readonly<Record<string, unknown>>): string =>
  `{\n${Object.entries(entries)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    .join(',\n')}\n}`;

const list = (entries: readonly unknown[]): string =>
  `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;

/** JSON within JSON: in single quotes, which are not escaped. @throws Error for text that has some itself */
const inSingleQuotes = (value: unknown): string => {
  const text = JSON.stringify(value);
  if (text.includes("'")) throw new Error(`a schema with a single quote in it: ${text}`);
  return text.replaceAll('"', "'");
};

const typesFile = (published: Published): string => {
  const { kinds, types } = compactTypes(published);
  const texts = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, inSingleQuotes(type)]));
  return `{"kinds":${object(kinds)},\n"types":${object(texts)}}\n`;
};

/** Writes a record of facts as files here are written. */
export const factsFile = (facts: Readonly<Record<string, unknown>>): string => `${object(facts)}\n`;

/** Writes how objects are written in protobuf, as it is published. */
export const protobufFile = ({ kinds, messages }: ProtobufTable): string =>
  `{"kinds":${object(kinds)},\n"messages":${object(messages)}}\n`;

const messagesFile = ({ kinds, messages }: ProtobufTable): string => {
  const texts = Object.fromEntries(
    Object.entries(messages).map(([name, fields]) => [name, inSingleQuotes(fields)]),
  );
  return `{"kinds":${object(kinds)},\n"messages":${object(texts)}}\n`;
};

/** The files that are made from what a release publishes: their texts by their paths in the project. */
export const generatedFiles = (published: Published): Readonly<Record<string, string>> => ({
  'src/kubernetes/wire/schema/types.data.json': typesFile(published),
  'src/kubernetes/wire/schema/internal.data.json': factsFile(published.internalFields),
  'src/serve/openapi/schemas.data.json': factsFile(schemasOf(published)),
  'src/serve/tables/columns.data.json': factsFile(published.tableColumns),
  'src/kubernetes/kinds/served.data.json': `${list(servedKindsOf(published))}\n`,
  'src/serve/protobuf/messages.data.json': messagesFile(published.protobuf),
});
