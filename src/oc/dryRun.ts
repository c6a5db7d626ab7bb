import { CommandError } from './errors';
import type { Flag } from './flags';

/** Whether a change is only tried: not at all, by the command itself, or by the server, which says what would be. */
export type DryRun = false | 'client' | 'server';

/** What stands behind the report of a change that was only tried. */
export const afterDryRun = (dryRun: DryRun): string =>
  dryRun === false ? '' : dryRun === 'server' ? ' (server dry run)' : ' (dry run)';

/** `--dry-run`. @see k8s.io/kubectl/pkg/cmd/util GetDryRunStrategy */
export const dryRun: Flag<DryRun> = {
  bare: 'unchanged',
  initial: false,
  read: (value: string): DryRun => {
    switch (value) {
      case 'none':
        return false;
      case 'client':
        return 'client';
      case 'server':
        return 'server';
      case 'unchanged':
        throw new CommandError(
          'error: --dry-run flag without a value was specified. A value must be set: "none", "server", or "client".',
        );
      default:
        throw new CommandError(
          `error: Invalid dry-run value (${value}). Must be "none", "server", or "client".`,
        );
    }
  },
};
