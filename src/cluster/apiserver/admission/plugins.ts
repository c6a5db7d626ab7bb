import { addDefaultTolerations } from './defaultTolerations';
import { holdClaimsToLimits } from './limitranger/claims';
import { writeUsualLimits } from './limitranger/defaults';
import { holdPodsToLimits } from './limitranger/pods';
import { taintNewNodes } from './newNode';
import type { PluginFactory } from './plugin';
import { checkStandardsOfNamespaces } from './podsecurity/namespaces';
import { holdPodsToStandard } from './podsecurity/pods';
import { warnOfTemplates } from './podsecurity/templates';
import { labelWithTopology } from './podTopologyLabels';
import { resolvePriority } from './priority';
import { mergeProjectNodeSelector } from './projectNodeSelector';
import { holdToQuota } from './resourceQuota';
import { applyRuntimeClass, checkOverhead } from './runtimeClass';
import { allocateRanges } from './securitycontext/allocation';
import { holdToConstraints } from './securitycontext/plugin';
import { assignServiceAccount } from './serviceAccount';
import { giveAddresses } from './services/plugin';
import { protectStorageInUse } from './storageInUse';
import { mountToken } from './token';

/** What every cluster admits objects by, in this order. */
export const plugins: readonly PluginFactory[] = [
  mergeProjectNodeSelector,
  writeUsualLimits,
  assignServiceAccount,
  resolvePriority,
  addDefaultTolerations,
  taintNewNodes,
  applyRuntimeClass,
  labelWithTopology,
  allocateRanges,
  holdToConstraints,
  holdPodsToLimits,
  holdClaimsToLimits,
  checkStandardsOfNamespaces,
  warnOfTemplates,
  holdPodsToStandard,
  checkOverhead,
  holdToQuota,
  mountToken,
];

/** What a cluster that is served does besides, so that clients find in objects what a real one writes into them. */
export const pluginsOfServed: readonly PluginFactory[] = [protectStorageInUse, giveAddresses];
