import type { ResourceType } from '../resourceType';
import type { Conversion } from './conversion';
import { eventConversion } from './event/conversion';
import { autoscalerConversion } from './horizontalpodautoscaler/conversion';

/** The kinds that Kubernetes serves in several versions, by those that are not stored. */
const conversions: Readonly<Record<string, Conversion>> = {
  'events.k8s.io/v1 Event': eventConversion,
  'autoscaling/v1 HorizontalPodAutoscaler': autoscalerConversion,
};

/** How objects of a version are stored; undefined if they are stored as they are. */
export const conversionOf = ({ apiVersion, kind }: ResourceType): Conversion | undefined =>
  conversions[`${apiVersion} ${kind}`];
