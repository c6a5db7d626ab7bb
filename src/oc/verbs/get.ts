import { printObjects } from '../../kubernetes/kinds/printed';
import type { KubeObject } from '../../kubernetes/object';
import { JsonPathError } from '../../kubernetes/print/output/jsonpathSyntax';
import { sortByPath } from '../../kubernetes/print/output/sorting';
import type { ResourceType } from '../../kubernetes/resourceType';
import { findAll } from '../each';
import { CommandError, fail, isNotFound, throwAll } from '../errors';
import { list, onOff, text, wholeNumber } from '../flags';
import { render } from '../output';
import { allNamespaces } from '../parser';
import type { Session } from '../session';
import { nameOf, readNames, type Target } from '../targets';
import { defineVerb } from '../verb';

interface Look {
  readonly format: string;
  readonly showNamespace: boolean;
  readonly showLabels: boolean;
  readonly labelColumns: readonly string[];
  readonly noHeaders: boolean;
  /** Names carry their kind: several kinds are shown. */
  readonly withKind: boolean;
}

/** What is printed as one table: objects of a kind that follow each other. (kubectl get.go, Run) */
const runsOfKind = (
  targets: readonly Target[],
): readonly (readonly [ResourceType, readonly KubeObject[]])[] => {
  const runs: [ResourceType, KubeObject[]][] = [];
  for (const { resource, object } of targets) {
    const last = runs.at(-1);
    if (last?.[0] === resource) last[1].push(object);
    else runs.push([resource, [object]]);
  }
  return runs;
};

const printTables = (session: Session, targets: readonly Target[], look: Look): void => {
  const tables = runsOfKind(targets).map(([resource, objects]) =>
    printObjects(resource, objects, {
      wide: look.format === 'wide',
      showNamespace: look.showNamespace && resource.namespaced,
      showLabels: look.showLabels,
      labelColumns: look.labelColumns,
      noHeaders: look.noHeaders,
      namePrefix: look.withKind ? nameOf(resource, '') : undefined,
      now: session.now(),
    }),
  );
  session.write(tables.join(look.noHeaders ? '' : '\n'));
};

const nothingFound = (session: Session, kinds: readonly ResourceType[], everywhere: boolean): void => {
  const inNamespace = !everywhere && kinds.every((resource) => resource.namespaced);
  session.warn(inNamespace ? `No resources found in ${session.namespace} namespace.` : 'No resources found');
};

const NO_WATCH =
  '--watch is not supported here, as it would never end: use `rollout status`, `wait --for` or one more `get`';

const sort = (targets: readonly Target[], path: string | undefined): readonly Target[] => {
  if (!path) return targets;
  try {
    return sortByPath(path, targets, ({ object }) => object);
  } catch (error) {
    if (error instanceof JsonPathError) throw fail(error.message);
    throw error;
  }
};

/** `get`: tables, YAML, JSON, names and single fields of what the API holds. */
export const get = defineVerb({
  name: 'get',
  reads: true,
  flags: {
    output: text('o'),
    selector: text('l'),
    fieldSelector: text(),
    allNamespaces,
    showLabels: onOff(),
    labelColumns: list('L'),
    noHeaders: onOff(),
    showManagedFields: onOff(),
    showKind: onOff(),
    sortBy: text(),
    watch: onOff('w'),
    watchOnly: onOff(),
    chunkSize: wholeNumber(),
    ignoreNotFound: onOff(),
    filename: list('f'),
  },
  async run(session, words, flags) {
    if (words.length === 0 && flags.filename.length === 0) {
      throw new CommandError(
        'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported ' +
          'resources.\n\nerror: Required resource not specified.\n' +
          'Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).\n' +
          "See 'kubectl get -h' for help and examples",
      );
    }
    if (flags.watch || flags.watchOnly) throw fail(NO_WATCH);
    const { targets: found, errors } = await findAll(session, words, { ...flags, all: true });
    const failures = flags.ignoreNotFound ? errors.filter((error) => !isNotFound(error)) : errors;
    const { objects, kinds } =
      flags.filename.length > 0 ? { objects: found, kinds: [] } : readNames(session.kinds, words);
    const format = flags.output ?? '';
    const targets = objects.length === 1 ? found : sort(found, flags.sortBy);

    if (format === '' || format === 'wide') {
      const several = kinds.length > 1 || new Set(targets.map(({ resource }) => resource)).size > 1;
      const withKind = several || flags.showKind;
      const look: Look = { ...flags, format, showNamespace: flags.allNamespaces, withKind };
      if (targets.length > 0) printTables(session, targets, look);
      else if (failures.length === 0 && !flags.ignoreNotFound)
        nothingFound(session, kinds, flags.allNamespaces);
    } else if (targets.length > 0 || (kinds.length > 0 && !flags.ignoreNotFound)) {
      const single = objects.length === 1;
      session.write(render(format, targets, { ...flags, single, known: ['wide'] }));
    }
    throwAll(failures);
  },
});
