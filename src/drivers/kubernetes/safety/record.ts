import { NODE_LEASES } from '../../../kubernetes/kinds/lease/lease';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { Connection } from '../connection/connection';
import { type Found, pathOf } from './collections';
import { isNode } from './kinds';
import { runLabels, runOf } from './labels';

const { leases } = resources;

/** Controllers tell of nodes after they are gone. A lease of the run's remembers which nodes there were. */
const nameOf = (run: string): string => `rollcall-${run}`;

const MARK = 'nodes.rollcall.dev/';
/** A key has a name of at most so many characters. */
const LONGEST = 63;

export const isRecord = ({ collection, object: { metadata } }: Found): boolean =>
  collection.plural === leases.plural && metadata.name === nameOf(runOf({ metadata }) ?? '');

/** The names of nodes that a record remembers. */
export const nodesIn = ({ metadata }: KubeObject): readonly string[] =>
  Object.entries(metadata.annotations ?? {}).flatMap(([key, name]) => (key.startsWith(MARK) ? [name] : []));

/** True for names that tell by themselves which run they are of: `east-1-ab12cd-7`. */
export const isMarked = (name: string, run: string): boolean =>
  name.includes(`-${run}-`) && /^[a-z0-9]+$/.test(name.slice(name.lastIndexOf(`-${run}-`) + run.length + 2));

/** What is remembered already, by connection. */
const remembered = new WeakMap<Connection, Set<string>>();

/** Remembers nodes that are about to go, unless their names say whose they are. @throws as `send` */
export const remember = async (connection: Connection, made: readonly Found[]): Promise<void> => {
  const known = remembered.get(connection) ?? new Set();
  remembered.set(connection, known);
  const byRun = new Map<string, string[]>();
  for (const { object } of made.filter(isNode)) {
    const { name } = object.metadata;
    const run = runOf(object);
    if (run === undefined || isMarked(name, run) || known.has(`${run}/${name}`)) continue;
    known.add(`${run}/${name}`);
    byRun.set(run, [...(byRun.get(run) ?? []), name]);
  }
  for (const [run, names] of byRun) await add(connection, run, names);
};

const add = async (connection: Connection, run: string, names: readonly string[]): Promise<void> => {
  const annotations = Object.fromEntries(names.map((name) => [MARK + name.slice(0, LONGEST), name]));
  const name = nameOf(run);
  const metadata = { name, labels: runLabels(run), annotations };
  try {
    await connection.send({
      method: 'PATCH',
      path: pathOf(leases, { namespace: NODE_LEASES, name }),
      contentType: 'application/merge-patch+json',
      body: { metadata: { annotations } },
    });
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 404) throw error;
    const { apiVersion, kind } = leases;
    const path = pathOf(leases, { namespace: NODE_LEASES });
    await connection.send({ method: 'POST', path, body: { apiVersion, kind, metadata, spec: {} } });
  }
};
