import type { KubeObject } from '../../kubernetes/object';
import type { WriteOptions } from '../../port/api';
import { fail, usageError, whileDoing } from '../errors';
import { asWritten, type FromFile, forEachInFiles } from '../files';
import { list } from '../flags';
import { changeFlags, report } from '../output';
import type { Session } from '../session';
import { validate } from '../validateFlag';
import { defineVerb } from '../verb';

const put = async (
  session: Session,
  ref: FromFile,
  written: KubeObject,
  options: WriteOptions,
): Promise<KubeObject> => {
  const live = await session.api.get(ref);
  const resourceVersion = ref.manifest.metadata?.resourceVersion ?? live.metadata.resourceVersion;
  return session.api.update({ ...written, metadata: { ...written.metadata, resourceVersion } }, options);
};

/** `replace -f FILE`: puts what the file says in the place of what is there. */
export const replace = defineVerb({
  name: 'replace',
  flags: { filename: list('f'), ...changeFlags, validate },
  async run(session, words, { filename, validate: fieldValidation, ...how }) {
    if (words.length > 0) throw usageError('replace', `Unexpected args: [${words.join(' ')}]`);
    if (filename.length === 0) throw fail('must specify one of -f and -k');
    await forEachInFiles(session, filename, 'replace', async (each) => {
      const written = asWritten(each);
      try {
        const object =
          how.dryRun === 'client' ? written : await put(session, each, written, { fieldValidation });
        report(session, { resource: each.resource, object }, 'replaced', how);
      } catch (error) {
        throw whileDoing(error, 'replacing', each.file);
      }
    });
  },
});
