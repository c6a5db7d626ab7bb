import type { Manifest } from '../../kubernetes/object';
import type { EvictionOptions } from '../../port/api';
import { fail } from '../errors';
import { readDocument } from '../files';
import type { Session } from '../session';

const EVICTION = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/([^/]+)\/eviction$/;
const DONE = '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","code":201}\n';

/**
 * `create --raw PATH -f FILE`: posts a file as it is. Only evictions are posted that way here: there is no other
 * command for them.
 * @see k8s.io/kubectl/pkg/rawhttp raw
 */
export const createRaw = async (session: Session, path: string, files: readonly string[]): Promise<void> => {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw fail('--raw can only use a single local file or stdin');
  const [, namespace, name] = EVICTION.exec(path) ?? [];
  if (namespace === undefined || name === undefined) {
    throw fail(
      `--raw is supported here for evictions only, such as /api/v1/namespaces/NAMESPACE/pods/POD/eviction`,
    );
  }
  const { deleteOptions } = (readDocument(session, file) ?? {}) as Manifest & {
    readonly deleteOptions?: EvictionOptions;
  };
  await session.api.evict({ namespace, name }, deleteOptions ?? {});
  session.write(DONE);
};
