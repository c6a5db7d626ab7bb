import { addDefaultTolerations } from './defaultTolerations';
import { taintNewNodes } from './newNode';
import type { PluginFactory } from './plugin';
import { resolvePriority } from './priority';
import { mergeProjectNodeSelector } from './projectNodeSelector';
import { holdToQuota } from './resourceQuota';
import { allocateRanges } from './securitycontext/allocation';
import { holdToConstraints } from './securitycontext/plugin';
import { assignServiceAccount } from './serviceAccount';
import { mountToken } from './token';

/** What every cluster admits objects by, in this order. */
export const plugins: readonly PluginFactory[] = [
  mergeProjectNodeSelector,
  assignServiceAccount,
  resolvePriority,
  addDefaultTolerations,
  taintNewNodes,
  allocateRanges,
  holdToConstraints,
  holdToQuota,
  mountToken,
];
