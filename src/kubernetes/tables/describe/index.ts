export { describeAnything } from './anything';
export { describeDaemonSet } from './daemonSet';
export { formatTaint } from './metadata';
export { describeNamespace, describeQuota } from './namespace';
export { describeNode } from './node';
export { describePod } from './pod';
export { templateText } from './template';
