import type { KubeObject } from '../kubernetes/object';
import { ApiError } from '../kubernetes/refusals';
import type { DryRun } from './dryRun';
import { fail } from './errors';
import { asWritten, type FromFile } from './files';
import { onOff, text } from './flags';
import type { Session } from './session';

/** Flags of applying on the server. */
export const serverSideFlags = {
  serverSide: onOff(),
  forceConflicts: onOff(),
  fieldManager: text(),
} as const;

/** How something is applied on the server. */
export interface ServerSide {
  readonly serverSide: boolean;
  readonly forceConflicts: boolean;
  readonly fieldManager: string | undefined;
}

/** The manager of what kubectl applies, unless another is named. */
const KUBECTL = 'kubectl';

/**
 * @throws CommandError for flags that do not go together
 * @see k8s.io/kubectl/pkg/cmd/apply ApplyOptions.Validate
 */
export const checkServerSide = ({ serverSide, forceConflicts }: ServerSide, dryRun: DryRun): void => {
  if (forceConflicts && !serverSide) throw fail('--force-conflicts only works with --server-side');
  if (dryRun === 'client' && serverSide)
    throw fail("--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)");
};

const withAdvice = (error: unknown): unknown =>
  error instanceof ApiError && error.reason === 'Conflict'
    ? fail(
        `${error.message}\n` +
          'Please review the fields above--they currently have other managers. Here\n' +
          'are the ways you can resolve this warning:\n' +
          '* If you intend to manage all of these fields, please re-run the apply\n' +
          '  command with the `--force-conflicts` flag.\n' +
          '* If you do not intend to manage all of the fields, please edit your\n' +
          '  manifest to remove references to the fields that should keep their\n' +
          '  current managers.\n' +
          '* You may co-own fields by updating your manifest to match the existing\n' +
          "  value; in this case, you'll become the manager if the other manager(s)\n" +
          '  stop managing the field (remove it from their configuration).\n' +
          'See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts',
      )
    : error;

/**
 * Leaves it to the server to apply an object of a file.
 * @see k8s.io/kubectl/pkg/cmd/apply applyOneObject
 */
export const applyOnServer = async (
  session: Session,
  each: FromFile,
  { forceConflicts, fieldManager }: ServerSide,
  fieldValidation: 'Strict' | 'Warn' | 'Ignore',
): Promise<KubeObject> => {
  const options = { fieldValidation, fieldManager: fieldManager || KUBECTL, force: forceConflicts };
  try {
    return await session.api.patch(each, asWritten(each), 'apply', options);
  } catch (error) {
    throw withAdvice(error);
  }
};
