export { describeDaemonSet } from '../../kinds/daemonset/description';
export { describeNamespace, describeQuota } from '../../kinds/namespace/description';
export { describeNode } from '../../kinds/node/description';
export { describePod } from '../../kinds/pod/description/pod';
export { templateText } from '../../kinds/pod/description/template';
export { describeAnything } from './anything';
export { formatTaint } from './metadata';
