import { ipRange } from '../../fields/validation/addresses';
import { asStruct, duplicate, forbidden, invalid, misformatted } from '../../fields/validation/causes';
import { dnsSubdomain } from '../../fields/validation/formats';
import {
  type MetadataRules,
  validateMetadata,
  validateMetadataUpdate,
} from '../../fields/validation/metadata';
import { quantityOf } from '../../fields/validation/resources';
import { validateTaints } from '../../fields/validation/tolerations';
import type { FieldCause } from '../../refusals';
import type { Node } from './node';

export const NODE_METADATA: MetadataRules = { namespaced: false, name: dnsSubdomain };

const validateResources = ({ status }: Node): FieldCause[] =>
  (['capacity', 'allocatable'] as const).flatMap((list) => {
    const quantities = status?.[list] ?? {};
    return Object.keys(quantities)
      .sort()
      .flatMap((name) => quantityOf(name, quantities[name] ?? '0', `status.${list}.${name}`));
  });

/** The ranges of a node. The first has a field of its own, which wins. */
const cidrsOf = ({ spec }: Node): readonly string[] => {
  const { podCIDR, podCIDRs = [] } = spec ?? {};
  return podCIDR && podCIDR !== podCIDRs[0] ? [podCIDR] : podCIDRs;
};

const validateCidrs = (cidrs: readonly string[]): FieldCause[] => {
  const field = 'spec.podCIDRs';
  const causes = cidrs.flatMap((cidr, index) => misformatted(`${field}[${index}]`, cidr, ipRange(cidr)));
  if (cidrs.length <= 1) return causes;
  const families = new Set(cidrs.map((cidr) => cidr.includes(':')));
  if (families.size < 2 || cidrs.length > 2) {
    causes.push(invalid(field, cidrs, 'may specify no more than one CIDR for each IP family'));
  }
  return causes;
};

/**
 * A new node. Its taints are refused under `metadata.taints`, as the API server does.
 * @see pkg/apis/core/validation/validation.go ValidateNode
 */
export const validateNode = (node: Node): FieldCause[] => [
  ...validateMetadata(node.metadata, NODE_METADATA),
  ...validateTaints(node.spec?.taints ?? [], 'metadata.taints'),
  ...validateResources(node),
  ...validateCidrs(cidrsOf(node)),
];

const validateAddresses = ({ status }: Node): FieldCause[] => {
  const seen = new Set<string>();
  return (status?.addresses ?? []).flatMap(({ type, address }, index) => {
    const key = `${type} ${address}`;
    const again = seen.has(key);
    seen.add(key);
    return again ? [duplicate(`status.addresses[${index}]`, asStruct({ Type: type, Address: address }))] : [];
  });
};

/** A node whose status is written: its network range and its provider's id, once set, stay. */
export const validateNodeStatusUpdate = (next: Node, current: Node): FieldCause[] => {
  const causes = [
    ...validateMetadataUpdate(next.metadata, current.metadata),
    ...validateResources(next),
    ...validateAddresses(next),
  ];
  const [cidrs, before] = [next.spec?.podCIDRs ?? [], current.spec?.podCIDRs ?? []];
  const moved = forbidden('spec.podCIDRs', 'node updates may not change podCIDR except from "" to valid');
  if (before.length > 0) {
    if (cidrs.length !== before.length) causes.push(moved);
    else causes.push(...cidrs.filter((cidr, index) => cidr !== before[index]).map(() => moved));
  }
  const provider = current.spec?.providerID;
  if (provider && provider !== next.spec?.providerID) {
    causes.push(
      forbidden('spec.providerID', 'node updates may not change providerID except from "" to valid'),
    );
  }
  return [...causes, ...validateTaints(next.spec?.taints ?? [], 'metadata.taints')];
};

/** A changed node: in order as a whole, and with what stays. */
export const validateNodeUpdate = (next: Node, current: Node): FieldCause[] => [
  ...validateNode(next),
  ...validateNodeStatusUpdate(next, current),
];
