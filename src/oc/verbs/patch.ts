import { quoted } from '../../kubernetes/fields/text';
import { noSuchResource } from '../../kubernetes/refusals';
import { readDocument, UnreadableError } from '../../kubernetes/wire/document';
import { forEachTarget } from '../each';
import { fail } from '../errors';
import { list, text } from '../flags';
import { changeFlags, report } from '../output';
import type { Session } from '../session';
import { refOf } from '../targets';
import { writing } from '../validateFlag';
import { defineVerb } from '../verb';

const TYPES = ['json', 'merge', 'strategic'] as const;

const parse = (written: string): unknown => {
  try {
    return readDocument(written);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw fail(`unable to parse ${quoted(written)}: ${error.message}`);
  }
};

const textOf = (
  session: Session,
  { patch, patchFile }: { readonly patch?: string; readonly patchFile?: string },
): string => {
  if (patch !== undefined && patchFile !== undefined) {
    throw fail('cannot specify --patch and --patch-file together');
  }
  if (patchFile === undefined) {
    if (!patch) throw fail('must specify --patch or --patch-file containing the contents of the patch');
    return patch;
  }
  try {
    return session.shell.readFile(patchFile);
  } catch {
    throw fail(`unable to read patch file: open ${patchFile}: no such file or directory`);
  }
};

/** `patch`: changes fields of objects. */
export const patch = defineVerb({
  name: 'patch',
  flags: {
    patch: text('p'),
    patchFile: text(),
    type: text(),
    subresource: text(),
    filename: list('f'),
    ...changeFlags,
  },
  async run(session, words, flags) {
    const type = TYPES.find((known) => known === (flags.type ?? 'strategic').toLowerCase());
    if (!type) throw fail(`--type must be one of [${TYPES.join(' ')}], not "${flags.type}"`);
    const { subresource = 'status' } = flags;
    if (!['status', 'scale', 'resize'].includes(subresource)) {
      throw fail(`invalid subresource value: "${subresource}". Must be one of [status scale resize]`);
    }
    const body = parse(textOf(session, flags));
    // kubectl says nothing of how its patch is to be read, and the server only warns then.
    const options = {
      ...writing(session, 'Warn'),
      ...(flags.subresource === 'status' ? { subresource: 'status' as const } : {}),
    };
    await forEachTarget(session, words, flags, async (target) => {
      if (subresource !== 'status') throw noSuchResource();
      const object = flags.dryRun
        ? target.object
        : await session.api.patch(refOf(target), body, type, options);
      const same = object.metadata.resourceVersion === target.object.metadata.resourceVersion;
      // kubectl itself does not say of a patch that it was a dry run.
      const how = { output: flags.output, dryRun: false };
      report(session, { ...target, object }, `patched${same && !flags.dryRun ? ' (no change)' : ''}`, how);
    });
  },
});
