import type { ObjectMeta } from '../../kubernetes/objects';
import { clashes, needChanges, readChange, splitArguments, weigh } from '../changes';
import { forEachTarget } from '../each';
import { fail, throwAll } from '../errors';
import { list, onOff, text } from '../flags';
import { allNamespaces } from '../parser';
import { nameOf, refOf } from '../targets';
import { defineVerb, type Verb } from '../verb';

/** What tells labels from annotations on the command line. */
interface Wording {
  readonly verb: 'label' | 'annotate';
  readonly what: 'label' | 'annotation';
  readonly field: 'labels' | 'annotations';
  readonly result: (change: { readonly changed: boolean; readonly shrinks: boolean }) => string;
  /** The refusals of a change without `--overwrite`. */
  readonly refuse: (clashes: readonly string[]) => readonly string[];
}

const isChange = (word: string): boolean => word.includes('=') || word.endsWith('-');

const valuesOf = (metadata: ObjectMeta, field: Wording['field']): ObjectMeta['labels'] => metadata[field];

const define = ({ verb, what, field, result, refuse }: Wording): Verb =>
  defineVerb({
    name: verb,
    flags: {
      overwrite: onOff(),
      all: onOff(),
      selector: text('l'),
      fieldSelector: text(),
      filename: list('f'),
      allNamespaces,
    },
    async run(session, words, flags) {
      const { objects, changes } = splitArguments(words, isChange, what);
      if (flags.all && flags.selector) throw fail('cannot set --all and --selector at the same time');
      if (objects.length === 0 && flags.filename.length === 0) {
        throw fail('one or more resources must be specified as <resource> <name> or <resource>/<name>');
      }
      needChanges(changes, what);
      const change = readChange(changes, what);
      await forEachTarget(session, objects, flags, async (target) => {
        const current = valuesOf(target.object.metadata, field);
        const { patch, missing, shrinks } = weigh(current, change);
        for (const key of missing) session.print(`${what} "${key}" not found.`);
        if (!flags.overwrite) throwAll(refuse(clashes(current, change)).map(fail));
        if (patch) await session.api.patch(refOf(target), { metadata: { [field]: patch } }, 'merge');
        const changed = patch !== undefined;
        const done = result({ changed, shrinks: shrinks && !flags.overwrite });
        session.print(`${nameOf(target.resource, target.object.metadata.name)} ${done}`);
      });
    },
  });

/** `label`: sets and removes labels. */
export const label = define({
  verb: 'label',
  what: 'label',
  field: 'labels',
  result: ({ changed, shrinks }) => (changed ? (shrinks ? 'unlabeled' : 'labeled') : 'not labeled'),
  refuse: (found) => found.map((clash) => `${clash}, and --overwrite is false`),
});

/** `annotate`: sets and removes annotations. */
export const annotate = define({
  verb: 'annotate',
  what: 'annotation',
  field: 'annotations',
  result: () => 'annotated',
  refuse: (found) =>
    found.length === 0
      ? []
      : [`--overwrite is false but found the following declared annotation(s): ${found.join('; ')}`],
});
