import { parseQuantity, toMilli } from '../../../fields/quantity';
import type { Container } from '../pod';

type ResourceField = NonNullable<
  NonNullable<NonNullable<Container['env']>[number]['valueFrom']>['resourceFieldRef']
>;

const KNOWN = /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.+)$/;

/**
 * What a variable says of its container's resources: whole units of the divisor, rounded up. A limit of cpu or memory that is
 * not set is what the node can give.
 * @see staging/src/k8s.io/kubectl/pkg/util/resource/resource.go ExtractContainerResourceValue
 */
export const describeResourceField = ({ resource, divisor }: ResourceField, container: Container): string => {
  const [, bound, name = ''] = KNOWN.exec(resource) ?? [];
  if (bound === undefined) return ` (${resource})`;
  const amounts = container.resources?.[bound === 'limits' ? 'limits' : 'requests'];
  const units = name === 'cpu' ? toMilli : parseQuantity;
  const value = Math.ceil(units(amounts?.[name] ?? '0') / (units(divisor ?? '0') || units('1')));
  const ofNode = value === 0 && bound === 'limits' && (name === 'cpu' || name === 'memory');
  return `${ofNode ? 'node allocatable' : value} (${resource})`;
};
