import { quoted } from '../../../fields/text';
import { ApiError, type FieldCause } from '../../../refusals';
import { pathsOf } from '../sets/fieldSet';
import { printPath } from '../sets/steps';
import type { Conflict } from './changes';
import type { Manager } from './manager';

const printed = ({ manager, operation, apiVersion, subresource }: Manager): string => {
  const name = subresource ? `${quoted(manager)} with subresource ${quoted(subresource)}` : quoted(manager);
  return operation === 'Update' ? `${name} using ${apiVersion}` : name;
};

/**
 * What is applied sets fields of others to something else.
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal NewConflictError
 */
export const applyConflict = (conflicts: readonly Conflict[]): ApiError => {
  const sorted = [...conflicts].sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
  const causes: FieldCause[] = [];
  const lines: string[] = [];
  for (const { manager, fields } of sorted) {
    lines.push(`conflicts with ${printed(manager)}:`);
    for (const path of pathsOf(fields)) {
      const field = printPath(path);
      lines.push(`- ${field}`);
      causes.push({ reason: 'FieldManagerConflict', message: `conflict with ${printed(manager)}`, field });
    }
  }
  const [only, ...more] = causes;
  const message =
    only && more.length === 0
      ? `Apply failed with 1 conflict: ${only.message}: ${only.field}`
      : `Apply failed with ${causes.length} conflicts: ${lines.join('\n')}`;
  return new ApiError({ code: 409, reason: 'Conflict', message, details: {}, causes });
};
