import { ApiError } from '../../../kubernetes/refusals';
import type { Connection } from '../connection/connection';
import { type Collection, type Found, list } from './collections';
import { isNamespace } from './kinds';
import { inParallel } from './parallel';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly message?: string;
}

const conditionsOf = ({ object }: Found): readonly Condition[] =>
  (object as { status?: { conditions?: readonly Condition[] } }).status?.conditions ?? [];

/** What empties a namespace says by conditions how far it is. */
const UNATTENDED = 'Nobody has begun to empty it: is the controller manager running?';

/** `ConfigMap "held" in demo`. */
const nameOf = ({ collection: { kind }, object: { metadata } }: Found): string =>
  `${kind} "${metadata.name}"${metadata.namespace ? ` in ${metadata.namespace}` : ''}`;

const finalizersOf = ({ object: { metadata } }: Found): string => (metadata.finalizers ?? []).join(', ');

/** What is still in a namespace, so far as it may be seen. */
const contentOf = async (
  connection: Connection,
  namespace: string,
  collections: readonly Collection[],
): Promise<readonly Found[]> => {
  const namespaced = collections.filter((each) => each.namespaced);
  const lists = await inParallel(namespaced, async (collection) => {
    try {
      return (await list(connection, collection, { namespace })).map((object) => ({ collection, object }));
    } catch (error) {
      if (error instanceof ApiError) return [];
      throw error;
    }
  });
  return lists.flat();
};

/**
 * What holds objects that do not go, in a sentence each. Of a namespace it is told what the server says of it, and what is
 * in it.
 * @see pkg/controller/namespace/deletion/status_condition_utils.go
 */
export const holdsOf = async (
  connection: Connection,
  left: readonly Found[],
  collections: readonly Collection[],
): Promise<readonly string[]> => {
  const told = await inParallel(left, async (found) => {
    const finalizers = finalizersOf(found);
    const held = finalizers === '' ? 'does not go' : `is held by ${finalizers}`;
    if (!isNamespace(found)) return [`${nameOf(found)} ${held}.`];
    const why = conditionsOf(found)
      .filter(({ type, status, message }) => type.startsWith('Namespace') && status === 'True' && message)
      .map(({ message = '' }) => message.replace(/\.?$/, '.'));
    const isSpokenOf = conditionsOf(found).some(({ type }) => type.startsWith('Namespace'));
    const content = await contentOf(connection, found.object.metadata.name, collections);
    const holders = content.filter((each) => finalizersOf(each) !== '');
    return [
      [
        `${nameOf(found)} ${held}.`,
        ...(why.length > 0 ? ['The server says:', ...why] : []),
        ...(isSpokenOf ? [] : [UNATTENDED]),
      ].join(' '),
      ...holders.map((each) => `${nameOf(each)} is held by ${finalizersOf(each)}.`),
    ];
  });
  return [...new Set(told.flat())];
};
