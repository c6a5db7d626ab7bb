import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import { fail, usageError } from '../errors';
import { list } from '../flags';
import { changeFlags, report } from '../output';
import { defineVerb } from '../verb';

const dataFrom = (literals: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    literals.map((literal) => {
      const [key = '', value] = literal.split(/=(.*)/s);
      if (key === '' || value === undefined) {
        throw fail(`invalid literal source ${literal}, expected key=value`);
      }
      return [key, value];
    }),
  );

/** `create configmap NAME`. @see k8s.io/kubectl/pkg/cmd/create ConfigMapOptions.Run */
export const createConfigMap = defineVerb({
  name: 'create configmap',
  flags: { fromLiteral: list(), ...changeFlags },
  async run(session, words, { fromLiteral, ...how }) {
    const [name, ...more] = words;
    if (name === undefined || more.length > 0) {
      throw usageError('create configmap', `exactly one NAME is required, got ${words.length}`);
    }
    const { namespace } = session;
    const data = dataFrom(fromLiteral);
    const manifest = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace },
      ...(fromLiteral.length > 0 ? { data } : {}),
    };
    try {
      const object = how.dryRun === 'client' ? (manifest as KubeObject) : await session.api.create(manifest);
      report(session, { resource: resources.configmaps, object }, 'created', how);
    } catch (error) {
      throw error instanceof ApiError ? fail(`failed to create configmap: ${error.message}`) : error;
    }
  },
});
