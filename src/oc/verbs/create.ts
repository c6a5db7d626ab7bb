import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { rememberingItself } from '../../kubernetes/wire/patch';
import { CommandError, usageError, whileDoing } from '../errors';
import { asWritten, forEachInFiles } from '../files';
import { list, onOff } from '../flags';
import { changeFlags, report } from '../output';
import { validate, writing } from '../validateFlag';
import { defineVerb } from '../verb';

/** `create -f FILE`. */
export const create = defineVerb({
  name: 'create',
  flags: { filename: list('f'), ...changeFlags, saveConfig: onOff(), validate },
  async run(session, words, { filename, saveConfig, validate: fieldValidation, ...how }) {
    if (words.length > 0) {
      const hint =
        'Known here: create -f FILE, create namespace|serviceaccount|role|rolebinding|clusterrole|clusterrolebinding NAME.';
      throw usageError('create', `Unexpected args: [${words.join(' ')}]\n${hint}`);
    }
    if (filename.length === 0) throw new CommandError('error: must specify one of -f and -k');
    await forEachInFiles(session, filename, 'create', async (each) => {
      const { resource, namespace, file } = each;
      const manifest = saveConfig ? rememberingItself(each.manifest) : each.manifest;
      try {
        const options = { namespace, ...writing(session, fieldValidation) };
        const object = how.dryRun ? asWritten(each) : await session.api.create(manifest, options);
        report(session, { resource, object }, 'created', how);
      } catch (error) {
        throw whileDoing(error, 'creating', file);
      }
    });
  },
});

/** `create namespace NAME`. */
export const createNamespace = defineVerb({
  name: 'create namespace',
  flags: changeFlags,
  async run(session, words, how) {
    const [name, ...more] = words;
    if (name === undefined || more.length > 0) {
      throw usageError('create namespace', `exactly one NAME is required, got ${words.length}`);
    }
    const manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    const object = how.dryRun ? (manifest as KubeObject) : await session.api.create(manifest);
    report(session, { resource: resources.namespaces, object }, 'created', how);
  },
});
