import { withManagedFields } from '../kubernetes/fields/meta';
import { printCustomColumns } from '../kubernetes/print/output/customColumns';
import { toJson } from '../kubernetes/print/output/json';
import { renderJsonPath } from '../kubernetes/print/output/jsonpath';
import { JsonPathError } from '../kubernetes/print/output/jsonpathSyntax';
import { toYaml } from '../kubernetes/print/output/yaml';
import { afterDryRun, type DryRun, dryRun } from './dryRun';
import { fail } from './errors';
import { text } from './flags';
import type { Session } from './session';
import { nameOf, type Target } from './targets';

/** What stands behind `-o`, taken apart: `jsonpath={.spec}` is the format jsonpath with a template. */
const splitFormat = (format: string): readonly [name: string, template: string | undefined] => {
  const [name = '', template] = format.split(/=(.*)/s);
  return [name, template?.replace(/^(['"])(.*)\1$/s, '$2')];
};

const readable = <T>(prefix: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof JsonPathError) throw fail(`${prefix}${error.message}`);
    throw error;
  }
};

/** One object as it is, several as a List. */
const documentOf = (targets: readonly Target[], single: boolean): unknown =>
  single
    ? targets[0]?.object
    : {
        apiVersion: 'v1',
        items: targets.map(({ object }) => object),
        kind: 'List',
        metadata: { resourceVersion: '' },
      };

/** What is shown of objects as a whole: who has set which fields, only if that is asked for. */
const shown = (targets: readonly Target[], managedFields = false): readonly Target[] =>
  managedFields
    ? targets
    : targets.map((target) => ({ ...target, object: withManagedFields(target.object, undefined) }));

/**
 * Objects in the format that `-o` asks for. `known` are further formats that the caller prints itself.
 * @throws CommandError for a format that is not known.
 */
export const render = (
  format: string,
  targets: readonly Target[],
  {
    single,
    noHeaders,
    showManagedFields,
    known = [],
  }: {
    single: boolean;
    noHeaders?: boolean;
    showManagedFields?: boolean;
    known?: readonly string[];
  },
): string => {
  const [name, template] = splitFormat(format);
  switch (name) {
    case 'name':
      return targets.map(({ resource, object }) => `${nameOf(resource, object.metadata.name)}\n`).join('');
    case 'yaml':
      return toYaml(documentOf(shown(targets, showManagedFields), single));
    case 'json':
      return toJson(documentOf(shown(targets, showManagedFields), single));
    case 'jsonpath':
      if (!template) throw fail('template format specified but no template given');
      return readable(`error parsing jsonpath ${template}, `, () =>
        renderJsonPath(template, documentOf(targets, single)),
      );
    case 'custom-columns': {
      const objects = targets.map(({ object }) => object);
      return readable('', () => printCustomColumns(template ?? '', objects, { noHeaders }));
    }
    default: {
      const formats = ['custom-columns', 'json', 'jsonpath', 'name', 'yaml', ...known].sort().join(',');
      throw fail(
        `unable to match a printer suitable for the output format "${name}", allowed formats are: ${formats}`,
      );
    }
  }
};

/** Flags of verbs that change objects: how to report, and whether to change anything at all. */
export const changeFlags = {
  output: text('o'),
  dryRun,
} as const;

/** How a change is reported. */
export interface Reporting {
  readonly output?: string;
  readonly dryRun: DryRun;
}

/** Says what was done with an object, or prints it in the format that `-o` asks for. */
export const report = (session: Session, target: Target, done: string, how: Reporting): void => {
  if (how.output) session.write(render(how.output, [target], { single: true }));
  else {
    const name = nameOf(target.resource, target.object.metadata.name);
    session.print(`${name} ${done}${afterDryRun(how.dryRun)}`);
  }
};
