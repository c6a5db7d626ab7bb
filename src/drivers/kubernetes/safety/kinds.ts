import type { Found } from './collections';

export const isMachine = ({ collection: { group, plural } }: Found): boolean =>
  group === 'machines.rollcall.dev' && plural === 'machines';

const isOf = ({ collection }: Found, group: string, plural: string): boolean =>
  collection.group === group && collection.plural === plural;

export const isNode = (found: Found): boolean => isOf(found, '', 'nodes');
export const isNamespace = (found: Found): boolean => isOf(found, '', 'namespaces');
export const isPod = (found: Found): boolean => isOf(found, '', 'pods');

/** The groups whose kinds make pods, and go on to make them. */
const WORKLOADS = ['apps', 'batch'];

export const isWorkload = (found: Found): boolean =>
  WORKLOADS.includes(found.collection.group) || isOf(found, '', 'replicationcontrollers');
