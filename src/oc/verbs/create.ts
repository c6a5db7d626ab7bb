import { CommandError, usageError, whileDoing } from '../errors';
import { forEachInFiles } from '../files';
import { list } from '../flags';
import { nameOf } from '../targets';
import { defineVerb } from '../verb';

/** `create -f FILE`. */
export const create = defineVerb({
  name: 'create',
  flags: { filename: list('f') },
  async run(session, words, { filename }) {
    if (words.length > 0) throw usageError('create', `unexpected args: [${words.join(' ')}]`);
    if (filename.length === 0) throw new CommandError('error: must specify one of -f and -k');
    await forEachInFiles(session, filename, async ({ manifest, resource, namespace, file }) => {
      try {
        const stored = await session.api.create(manifest, { namespace });
        session.print(`${nameOf(resource, stored.metadata.name)} created`);
      } catch (error) {
        throw whileDoing(error, 'creating', file);
      }
    });
  },
});

/** `create namespace NAME`. */
export const createNamespace = defineVerb({
  name: 'create namespace',
  flags: {},
  async run(session, words) {
    const [name, ...more] = words;
    if (name === undefined || more.length > 0) {
      throw usageError('create namespace', `exactly one NAME is required, got ${words.length}`);
    }
    await session.api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    session.print(`namespace/${name} created`);
  },
});
