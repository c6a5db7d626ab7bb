import { nodeOf } from '../../cluster/kubelet/node';
import { deepEqual } from '../../kubernetes/fields/equality';
import { readQuantity } from '../../kubernetes/fields/exactQuantity';
import { invalid } from '../../kubernetes/fields/validation/causes';
import type { Node } from '../../kubernetes/kinds/node/node';
import { resources } from '../../kubernetes/kinds/resources';
import type { FieldCause } from '../../kubernetes/refusals';
import { type MachineObject, machineOf } from './machine';

/** What a machine is for as long as it is there. */
const LASTING = ['labels', 'taints', 'cpu', 'memory', 'pods', 'resources'] as const;

/** Where something stands in a machine that stands elsewhere in its node. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^metadata\.labels/, 'spec.labels'],
  [/^metadata\.taints/, 'spec.taints'],
  [/^status\.(?:capacity|allocatable)\.(cpu|memory|pods)$/, 'spec.$1'],
  [/^status\.(?:capacity|allocatable)\.(.+)$/, 'spec.resources[$1]'],
];

/** Text that is no quantity: whoever reads a node has looked at that before. */
const checkQuantities = ({
  spec: { cpu, memory, resources: others = {} },
}: MachineObject): readonly FieldCause[] => {
  const fields: readonly (readonly [string, string | number | undefined])[] = [
    ['spec.cpu', cpu],
    ['spec.memory', memory],
    ...Object.entries(others).map(([name, value]) => [`spec.resources[${name}]`, value] as const),
  ];
  return fields.flatMap(([field, value]) => {
    const read = value === undefined ? undefined : readQuantity(String(value));
    return typeof read === 'string' ? [invalid(field, value, read)] : [];
  });
};

/** What is wrong with the node that the machine would register. Its name was looked at. */
const checkNode = (machine: MachineObject): readonly FieldCause[] => {
  const node = nodeOf(machineOf(machine), '10.0.0.1', 0) as unknown as Node;
  const causes = resources.nodes.validateCreate(node).map((cause) => ({
    ...cause,
    field: PLACES.reduce((field, [from, to]) => field.replace(from, to), cause.field),
  }));
  const ofSpec = causes.filter(({ field }) => field.startsWith('spec.'));
  // What a machine has is what it has to give: each resource is in two lists of its node.
  return [...new Map(ofSpec.map((cause) => [`${cause.field}: ${cause.message}`, cause])).values()];
};

/** What is wrong with a machine that its schema does not tell. @param current what an update changes */
export const checkMachine = (machine: MachineObject, current?: MachineObject): readonly FieldCause[] => {
  if (current)
    return LASTING.filter((field) => !deepEqual(machine.spec[field], current.spec[field])).map((field) =>
      invalid(`spec.${field}`, machine.spec[field], 'field is immutable'),
    );
  const malformed = checkQuantities(machine);
  return malformed.length > 0 ? malformed : checkNode(machine);
};
