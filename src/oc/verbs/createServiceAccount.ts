import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import { fail, usageError } from '../errors';
import { changeFlags, report } from '../output';
import { defineVerb } from '../verb';

/** `create serviceaccount NAME`. @see k8s.io/kubectl/pkg/cmd/create ServiceAccountOpts.Run */
export const createServiceAccount = defineVerb({
  name: 'create serviceaccount',
  flags: changeFlags,
  async run(session, words, how) {
    const [name, ...more] = words;
    if (name === undefined || more.length > 0) {
      throw usageError('create serviceaccount', `exactly one NAME is required, got ${words.length}`);
    }
    const { namespace } = session;
    const manifest = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
    try {
      const object = how.dryRun ? (manifest as KubeObject) : await session.api.create(manifest);
      report(session, { resource: resources.serviceaccounts, object }, 'created', how);
    } catch (error) {
      throw error instanceof ApiError ? fail(`failed to create serviceaccount: ${error.message}`) : error;
    }
  },
});
