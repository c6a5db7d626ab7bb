import { annotations, labels, tolerations } from '../../../print/describe/metadata';
import { type Lines, optional, toTabbedText } from '../../../print/describe/text';
import type { PodTemplateSpec } from '../pod';
import { describeContainers } from './containers';
import { describeSpread } from './spread';
import { describeVolumes } from './volumes';

/** The pod template of a set, two spaces to the right of its title. */
export const describeTemplate = (template: PodTemplateSpec): Lines => {
  const spec = template.spec;
  const notes = template.metadata?.annotations ?? {};
  return [
    'Pod Template:',
    ...labels('  Labels', template.metadata?.labels),
    ...(Object.keys(notes).length > 0 ? annotations('  Annotations', notes) : []),
    ...optional('  Service Account', spec?.serviceAccountName),
    ...(spec?.initContainers?.length
      ? describeContainers('  Init Containers', spec.initContainers, { nameIndent: 3 })
      : []),
    ...describeContainers('  Containers', spec?.containers, { nameIndent: 3 }),
    ...describeVolumes('  Volumes', spec?.volumes, 3),
    ...describeSpread('  Topology Spread Constraints', spec?.topologySpreadConstraints),
    ...optional('  Priority Class Name', spec?.priorityClassName),
    ...labels('  Node-Selectors', spec?.nodeSelector),
    ...tolerations('  Tolerations', spec?.tolerations),
  ];
};

/** The template with its tabs left in, as `kubectl rollout history --revision` prints it. */
export const templateText = (template: PodTemplateSpec): string => toTabbedText(describeTemplate(template));
