import type { KubeObject } from '../../kubernetes/objects';
import type { ResourceType } from '../../kubernetes/resources';
import { JsonPathError, printObjects, renderJsonPath, toJson, toYaml } from '../../kubernetes/tables';
import { findAll } from '../each';
import { CommandError, fail, isNotFound, throwAll } from '../errors';
import { list, onOff, text } from '../flags';
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

const FORMATS = 'json,jsonpath,name,wide,yaml';

/** One object as it is, several as a List. */
const document = (targets: readonly Target[], single: boolean): unknown =>
  single
    ? targets[0]?.object
    : {
        apiVersion: 'v1',
        items: targets.map(({ object }) => object),
        kind: 'List',
        metadata: { resourceVersion: '' },
      };

const jsonPath = (template: string, value: unknown): string => {
  try {
    return renderJsonPath(template, value);
  } catch (error) {
    if (error instanceof JsonPathError) throw fail(`error parsing jsonpath ${template}, ${error.message}`);
    throw error;
  }
};

/** @throws CommandError for a format that is not known. */
const render = (format: string, value: unknown): string => {
  const [name = '', template] = format.split(/=(.*)/s);
  switch (name) {
    case 'yaml':
      return toYaml(value);
    case 'json':
      return toJson(value);
    case 'jsonpath':
      if (!template) throw fail('template format specified but no template given');
      return jsonPath(template.replace(/^(['"])(.*)\1$/s, '$2'), value);
    default:
      throw fail(
        `unable to match a printer suitable for the output format "${name}", allowed formats are: ${FORMATS}`,
      );
  }
};

/** Objects by kind, kinds in the order they first appear. */
const byKind = (targets: readonly Target[]): readonly (readonly [ResourceType, readonly KubeObject[]])[] => {
  const groups = new Map<ResourceType, KubeObject[]>();
  for (const { resource, object } of targets) {
    const group = groups.get(resource);
    if (group) group.push(object);
    else groups.set(resource, [object]);
  }
  return [...groups];
};

const printTables = (session: Session, targets: readonly Target[], look: Look): void => {
  const tables = byKind(targets).map(([resource, objects]) =>
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
  session.write(tables.join('\n'));
};

const nothingFound = (session: Session, kinds: readonly ResourceType[], everywhere: boolean): void => {
  const inNamespace = !everywhere && kinds.some((resource) => resource.namespaced);
  session.warn(inNamespace ? `No resources found in ${session.namespace} namespace.` : 'No resources found');
};

/** `get`: tables, YAML, JSON, names and single fields of what the API holds. */
export const get = defineVerb({
  name: 'get',
  flags: {
    output: text('o'),
    selector: text('l'),
    fieldSelector: text(),
    allNamespaces,
    showLabels: onOff(),
    labelColumns: list('L'),
    noHeaders: onOff(),
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
    const { targets, errors } = await findAll(session, words, { ...flags, all: true });
    const failures = flags.ignoreNotFound ? errors.filter((error) => !isNotFound(error)) : errors;
    const { objects, kinds } = flags.filename.length > 0 ? { objects: targets, kinds: [] } : readNames(words);
    const format = flags.output ?? '';

    if (format === 'name') {
      for (const { resource, object } of targets) session.print(nameOf(resource, object.metadata.name));
    } else if (format === '' || format === 'wide') {
      const several = kinds.length > 1 || new Set(targets.map(({ resource }) => resource)).size > 1;
      const look: Look = { ...flags, format, showNamespace: flags.allNamespaces, withKind: several };
      if (targets.length > 0) printTables(session, targets, look);
      else if (failures.length === 0 && !flags.ignoreNotFound)
        nothingFound(session, kinds, flags.allNamespaces);
    } else if (targets.length > 0 || kinds.length > 0) {
      session.write(render(format, document(targets, objects.length === 1)));
    }
    throwAll(failures);
  },
});
