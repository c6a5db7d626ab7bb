import type { ResourceType } from '../resourceType';
import { kindBySchema } from './bySchema/kind';
import { customresourcedefinitions } from './customresource/definition/kind';
import type { Kind } from './kind';
import { Kinds } from './kinds';
import { resources } from './resources';
import { servedKinds } from './served';

const keyOf = ({ apiVersion, plural }: ResourceType): string => `${apiVersion}/${plural}`;

const withRooms = new Map<string, Kind>(
  [...Object.values(resources), customresourcedefinitions].map((kind) => [keyOf(kind), kind]),
);

/** What can be stored. Reviews, bindings and the like are questions and orders: they are answered, and gone. */
const isStored = ({ verbs }: ResourceType): boolean => verbs.includes('list');

const everyKind: readonly Kind[] = servedKinds
  .filter(isStored)
  .map((type) => withRooms.get(keyOf(type)) ?? kindBySchema(type));

/** What is not: these take a POST, and nothing else. */
export const answeredKinds: readonly Kind[] = servedKinds
  .filter((type) => !isStored(type))
  .map((type) => kindBySchema(type));

const fromTheStart = new Kinds(everyKind);

/**
 * What an API server serves from the start: every kind of Kubernetes, by the rules of its room or, if it has none, by
 * its schema. The registry is the server's own: it may add kinds as it runs.
 */
export const kindsFromTheStart = (): Kinds => fromTheStart.copy();
