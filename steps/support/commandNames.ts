import { resources } from '../../src/kubernetes/kinds/resources';
import type { Scenario } from '../world';
import { checkExists } from './existing';
import { checkField } from './fields';

// Names in a command line that neither kubectl nor the API looks up: whoever misspells one is answered all the same, with
// "no" or with nothing at all.

const IMPERSONATED = /\s--as[ =](\S+)/;
const GRANTED = /\sadm policy add-(?:cluster-)?role-to-(?:user|group) ([^-\s]\S*)/;
const ASKED_IN = /\sauth can-i\s.*?\s(?:-n|--namespace)[ =]?(\S+)/s;

/** What `get` reads: the kind, and the name of one object if it is given. */
const READ = /\sget\s+([^-\s/]+)(?:[/\s]([^-\s]\S*))?/;
const JSON_PATH = /(?:-o|--output)[ =]?'?"?jsonpath=(.*)/s;
const COLUMNS = /(?:-o|--output)[ =]?'?"?custom-columns=(\S+)/;

/** A path of fields from its beginning to where it is anything else, such as an escaped dot: `.spec.containers[*].image`. */
const FIELDS = /^\.[a-zA-Z]+(?:\[[^\]']*\])?(?:\.[a-zA-Z]+(?:\[[^\]']*\])?)*(?![\w\\[-])/;

/** The same path with one item for any, as if of a single object; undefined if it has no fields that could be checked. */
const plainPath = (path: string): string | undefined =>
  FIELDS.exec(path)?.[0]
    .replace(/^\.items\[[^\]]*\]/, '')
    .replace(/\[[^\]]*\]/g, '[0]')
    .slice(1) || undefined;

/** The paths that a command prints the values of. Within a range they begin elsewhere: that is left alone. */
const pathsIn = (line: string): readonly string[] => {
  const template = JSON_PATH.exec(line)?.[1] ?? '';
  const inBraces = template.includes('{range') ? [] : [...template.matchAll(/\{([^{}]*)\}/g)];
  const columns = COLUMNS.exec(line)?.[1]?.split(',') ?? [];
  return [
    ...inBraces.map(([, path = '']) => path),
    ...columns.map((column) => column.slice(column.indexOf(':') + 1)),
  ].flatMap((path) => plainPath(path) ?? []);
};

const checkPaths = async ({ cluster }: Scenario, line: string): Promise<void> => {
  const paths = pathsIn(line);
  const [, word = '', name] = READ.exec(line) ?? [];
  const kind = paths.length === 0 ? undefined : (await cluster.api.kinds()).named(word);
  if (!kind || (name === undefined && JSON_PATH.test(line) && !/\.items\b/.test(line))) return;
  for (const path of paths) checkField(kind, path);
};

/** @throws if a command line has such a name, and nobody knows it; with the nearest that are known */
export const checkNamesIn = async (scenario: Scenario, line: string): Promise<void> => {
  const [, user] = IMPERSONATED.exec(line) ?? [];
  if (user !== undefined) scenario.users.check(user, scenario.cluster.timeline.changes());
  const [, role] = GRANTED.exec(line) ?? [];
  if (role !== undefined) await checkExists(scenario, resources.clusterroles, 'cluster role', role);
  const [, project] = ASKED_IN.exec(line) ?? [];
  if (project !== undefined) await checkExists(scenario, resources.namespaces, 'project', project);
  await checkPaths(scenario, line);
};
