import type { ObjectMeta } from '../../kubernetes/object';
import { clashes, needChanges, readChange, splitArguments, weigh } from '../changes';
import { findAll, forEachTarget } from '../each';
import { fail, throwAll } from '../errors';
import { list, onOff, text } from '../flags';
import { changeFlags, report } from '../output';
import { allNamespaces } from '../parser';
import type { Session } from '../session';
import { refOf, type Target } from '../targets';
import { defineVerb, type Verb } from '../verb';

/** What tells labels from annotations on the command line. */
interface Wording {
  readonly verb: 'label' | 'annotate';
  readonly what: 'label' | 'annotation';
  readonly field: 'labels' | 'annotations';
  /** Whether to say that there is nothing to remove. */
  readonly warnOfMissing: boolean;
  readonly result: (change: { readonly changed: boolean; readonly shrinks: boolean }) => string;
  /** The refusals of a change without `--overwrite`. */
  readonly refuse: (clashes: readonly string[]) => readonly string[];
}

const isChange = (word: string): boolean => word.indexOf('=') > 0 || (word.endsWith('-') && word !== '-');

const valuesOf = (metadata: ObjectMeta, field: Wording['field']): ObjectMeta['labels'] => metadata[field];

/** The labels or annotations of one object as they are; of several objects, under their names. */
const show = (
  session: Session,
  { resource, object }: Target,
  field: Wording['field'],
  alone: boolean,
): void => {
  if (!alone)
    session.print(`Listing ${field} for ${resource.kind}.${resource.group}/${object.metadata.name}:`);
  const lines = Object.entries(valuesOf(object.metadata, field) ?? {}).sort();
  for (const [key, value] of lines) session.print(`${alone ? '' : ' '}${key}=${value}`);
};

const define = ({ verb, what, field, warnOfMissing, result, refuse }: Wording): Verb =>
  defineVerb({
    name: verb,
    flags: {
      overwrite: onOff(),
      all: onOff(),
      selector: text('l'),
      fieldSelector: text(),
      filename: list('f'),
      allNamespaces,
      list: onOff(),
      ...changeFlags,
    },
    async run(session, words, flags) {
      const { objects, changes } = splitArguments(words, isChange, what);
      if (flags.all && flags.selector) throw fail('cannot set --all and --selector at the same time');
      if (objects.length === 0 && flags.filename.length === 0) {
        throw fail('one or more resources must be specified as <resource> <name> or <resource>/<name>');
      }
      if (flags.list) {
        const { targets, errors } = await findAll(session, objects, { ...flags, all: true });
        for (const target of targets) show(session, target, field, targets.length === 1);
        return throwAll(errors);
      }
      needChanges(changes, what);
      const change = readChange(changes, what);
      await forEachTarget(session, objects, flags, async (target) => {
        const current = valuesOf(target.object.metadata, field);
        const { patch, missing, shrinks } = weigh(current, change);
        if (warnOfMissing) for (const key of missing) session.print(`${what} "${key}" not found.`);
        if (!flags.overwrite) throwAll(refuse(clashes(current, change)).map(fail));
        if (patch && flags.dryRun !== 'client')
          await session.api.patch(refOf(target), { metadata: { [field]: patch } }, 'merge');
        // An object without any labels gets an empty set of them for want of the label to remove.
        const changed = patch !== undefined || (missing.length > 0 && current === undefined);
        const done = result({ changed, shrinks: shrinks && !flags.overwrite });
        report(session, target, done, flags);
      });
    },
  });

/** `label`: sets and removes labels. */
export const label = define({
  verb: 'label',
  what: 'label',
  field: 'labels',
  warnOfMissing: true,
  result: ({ changed, shrinks }) => (changed ? (shrinks ? 'unlabeled' : 'labeled') : 'not labeled'),
  refuse: (found) => found.map((clash) => `${clash}, and --overwrite is false`),
});

/** `annotate`: sets and removes annotations. */
export const annotate = define({
  verb: 'annotate',
  what: 'annotation',
  field: 'annotations',
  warnOfMissing: false,
  result: () => 'annotated',
  refuse: (found) =>
    found.length === 0
      ? []
      : [`--overwrite is false but found the following declared annotation(s): ${found.join('; ')}`],
});
