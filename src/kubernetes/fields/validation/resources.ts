import type { FieldCause } from '../../refusals';
import { canonicalQuantity, exactly } from '../exactQuantity';
import { duplicate, forbidden, invalid, misformatted, named, notFound, required } from './causes';
import { dnsLabel, labelKey } from './formats';

type Quantities = Readonly<Record<string, string>>;

/** What is asked for, what is the most of it, and devices that are claimed by name. */
export interface Requirements {
  readonly limits?: Quantities;
  readonly requests?: Quantities;
  readonly claims?: readonly { readonly name: string; readonly request?: string }[];
}

const CONTAINER_RESOURCES = new Set(['cpu', 'memory', 'ephemeral-storage']);
const COUNTED = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];
const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];
/** Names a quota can count without a prefix. */
export const QUOTA_RESOURCES: ReadonlySet<string> = new Set([
  ...COMPUTE,
  ...COMPUTE.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  'requests.storage',
  ...COUNTED,
]);
const STANDARD = new Set([...QUOTA_RESOURCES, 'storage']);

export const isHugePages = (name: string): boolean => name.startsWith('hugepages-');
export const isQuotaHugePages = (name: string): boolean =>
  isHugePages(name) || name.startsWith('requests.hugepages-');
/** In Kubernetes' own namespace, with or without saying so. */
export const isNative = (name: string): boolean => !name.includes('/') || name.includes('kubernetes.io/');
/** Something that a node may have beside what all have, such as devices. */
export const isExtended = (name: string): boolean =>
  !isNative(name) && !name.startsWith('requests.') && labelKey(`requests.${name}`).length === 0;
/** More of it may be promised than there is. */
export const mayOvercommit = (name: string): boolean => isNative(name) && !isHugePages(name);
/**
 * What nodes give away beside processor time, memory and disk space.
 * @see pkg/scheduler/util/utils.go IsScalarResourceName
 */
export const isScalar = (name: string): boolean =>
  isHugePages(name) ||
  name.includes('kubernetes.io/') ||
  name.startsWith('attachable-volumes-') ||
  isExtended(name);

/** A name any resource may have. */
export const resourceName = (name: string, field: string): FieldCause[] => {
  const causes = labelKey(name).map((problem) => invalid(field, named(name), problem));
  if (causes.length === 0 && !name.includes('/') && !STANDARD.has(name) && !isQuotaHugePages(name)) {
    causes.push(invalid(field, named(name), 'must be a standard resource type or fully qualified'));
  }
  return causes;
};

/** A name a quota may count. */
export const quotaResourceName = (name: string, field: string): FieldCause[] => {
  const causes = resourceName(name, field);
  if (!name.includes('/') && !QUOTA_RESOURCES.has(name) && !isQuotaHugePages(name)) {
    causes.push(invalid(field, named(name), 'must be a standard resource for quota'));
  }
  return causes;
};

/** A name that a container may ask for. */
export const containerResourceName = (name: string, field: string): FieldCause[] => {
  const causes = resourceName(name, field);
  if (!name.includes('/')) {
    if (!CONTAINER_RESOURCES.has(name) && !isHugePages(name)) {
      causes.push(invalid(field, named(name), 'must be a standard resource for containers'));
    }
  } else if (!isNative(name) && !isExtended(name)) {
    causes.push(invalid(field, named(name), "doesn't follow extended resource name standard"));
  }
  return causes;
};

/** A quantity must not be negative, and whole where things are counted. */
export const quantityOf = (name: string, quantity: string, field: string): FieldCause[] => {
  const causes: FieldCause[] = [];
  const { nano } = exactly(quantity);
  const text = canonicalQuantity(quantity);
  if (nano < 0n) causes.push(invalid(field, text, 'must be greater than or equal to 0'));
  if ((COUNTED.includes(name) || isExtended(name)) && nano % 1_000_000_000n !== 0n) {
    causes.push(invalid(field, text, 'must be an integer'));
  }
  return causes;
};

const hugePages = (name: string, quantity: string, field: string): FieldCause[] => {
  if (!isHugePages(name)) return [];
  const size = exactly(name.slice('hugepages-'.length)).nano;
  const { nano } = exactly(quantity);
  if (size > 0n && nano >= 0n && nano % size === 0n) return [];
  const text = canonicalQuantity(quantity);
  return [invalid(field, text, `${text} is not positive integer multiple of ${name}`)];
};

type NameRule = (name: string, field: string) => FieldCause[];

/** Names, quantities, and requests within limits. Which names there may be, `nameRule` says. */
export const validateRequirements = (
  { limits: limited = {}, requests: requested = {}, claims = [] }: Requirements,
  nameRule: NameRule,
  podClaims: readonly string[],
  field: string,
): FieldCause[] => {
  const causes: FieldCause[] = [];
  for (const name of Object.keys(limited).sort()) {
    const at = `${field}.limits[${name}]`;
    const limit = limited[name] ?? '0';
    causes.push(...nameRule(name, at), ...quantityOf(name, limit, at), ...hugePages(name, limit, at));
  }
  for (const name of Object.keys(requested).sort()) {
    const at = `${field}.requests[${name}]`;
    const request = requested[name] ?? '0';
    causes.push(...nameRule(name, at), ...quantityOf(name, request, at));
    causes.push(...requestAgainstLimit(name, request, limited[name], field), ...hugePages(name, request, at));
  }
  const names = [...Object.keys(limited), ...Object.keys(requested)];
  if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory')) {
    causes.push(forbidden(field, 'HugePages require cpu or memory'));
  }
  return [...causes, ...validateClaims(claims, podClaims, `${field}.claims`)];
};

const requestAgainstLimit = (
  name: string,
  request: string,
  limit: string | undefined,
  field: string,
): FieldCause[] => {
  if (limit === undefined) {
    return mayOvercommit(name)
      ? []
      : [required(`${field}.limits`, 'Limit must be set for non overcommitable resources')];
  }
  const [asked, most] = [exactly(request).nano, exactly(limit).nano];
  const text = canonicalQuantity(request);
  const of = `${name} limit of ${canonicalQuantity(limit)}`;
  if (asked !== most && !mayOvercommit(name)) {
    return [invalid(`${field}.requests`, text, `must be equal to ${of}`)];
  }
  return asked > most ? [invalid(`${field}.requests`, text, `must be less than or equal to ${of}`)] : [];
};

const validateClaims = (
  claims: readonly { readonly name: string; readonly request?: string }[],
  podClaims: readonly string[],
  field: string,
): FieldCause[] => {
  const causes: FieldCause[] = [];
  const seen = new Set<string>();
  claims.forEach(({ name, request }, index) => {
    const at = `${field}[${index}]`;
    if (!name) {
      causes.push(required(at));
      return;
    }
    const key = request ? `${name}/${request}` : name;
    if (seen.has(name)) causes.push(duplicate(at, name));
    else {
      if (request) causes.push(...misformatted(`${at}.request`, request, dnsLabel(request)));
      if (seen.has(key)) causes.push(duplicate(at, key));
      else if (!request && [...seen].some((each) => each.startsWith(`${name}/`)))
        causes.push(duplicate(at, name));
      seen.add(key);
    }
    if (!podClaims.includes(name)) {
      const known = podClaims.length === 0 ? ' which is empty' : `: ${[...podClaims].sort().join(', ')}`;
      causes.push(notFound(at, name, `must be one of the names in pod.spec.resourceClaims${known}`));
    }
  });
  return causes;
};

/** What a container asks for: names, quantities, requests within limits. */
export const validateContainerResources = (
  resources: Requirements | undefined,
  podClaims: readonly string[],
  field: string,
): FieldCause[] =>
  resources === undefined ? [] : validateRequirements(resources, containerResourceName, podClaims, field);
