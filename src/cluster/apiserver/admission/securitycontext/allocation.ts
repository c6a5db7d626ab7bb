import type { Namespace } from '../../../../kubernetes/kinds/namespace/namespace';
import { resources } from '../../../../kubernetes/kinds/resources';
import { namespaceRanges } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { AdmissionContext, AdmissionPlugin } from '../plugin';
import { readBlock, UnusableConstraints } from './ranges';

/** Users are given out in blocks of this many, from here on. */
const BLOCK = 10_000;
const FIRST_USER = 1_000_000_000;
const BLOCKS = 100_000;

/** SELinux levels take two of so many categories; each block of users is five levels from the next. */
const CATEGORIES = 1024;
const LEVELS_PER_BLOCK = 5;

const pairsBelow = (category: number): number => (category * (category - 1)) / 2;

/** @see github.com/openshift/cluster-policy-controller/pkg/security/mcs categoriesForOffset */
const levelOf = (block: number): string => {
  const offset = block * LEVELS_PER_BLOCK;
  let higher = CATEGORIES;
  while (pairsBelow(higher) > offset) higher--;
  return `s0:c${higher},c${offset - pairsBelow(higher)}`;
};

/** The block that a namespace has; undefined if it has none, or one that was not given out. */
const blockOf = ({ metadata: { annotations } }: Namespace): number | undefined => {
  const text = annotations?.[namespaceRanges.users];
  if (text === undefined) return undefined;
  try {
    const { min, max } = readBlock(text);
    const block = (min - FIRST_USER) / BLOCK;
    return Number.isInteger(block) && max - min + 1 === BLOCK ? block : undefined;
  } catch (error) {
    if (error instanceof UnusableConstraints) return undefined;
    throw error;
  }
};

/**
 * Gives every namespace users, groups and an SELinux level of its own, as annotations, unless it says which users are
 * its. On a real cluster a controller does so a moment after the namespace was made, and whoever makes a pod meanwhile
 * waits; no request waits here, so it is done at once. A block that was given out once is not given out again.
 * @see github.com/openshift/cluster-policy-controller/pkg/security/controller NamespaceSCCAllocationController.allocate
 */
export const allocateRanges = ({ store, settings }: AdmissionContext): AdmissionPlugin<Namespace> => {
  const given = new Set<number>();
  const freeBlock = (): number => {
    for (const namespace of store.all(resources.namespaces) as readonly Namespace[]) {
      const block = blockOf(namespace);
      if (block !== undefined) given.add(block);
    }
    for (let block = 0; block < BLOCKS; block++) if (!given.has(block)) return block;
    return BLOCKS;
  };
  return {
    kinds: [resources.namespaces],
    operations: ['create', 'update'],
    phase: 'mutating',
    admit(namespace) {
      const { annotations } = namespace.metadata;
      if (!settings.securityContextConstraints || annotations?.[namespaceRanges.users] !== undefined) {
        return namespace;
      }
      const block = freeBlock();
      if (block === BLOCKS) return namespace;
      given.add(block);
      const range = `${FIRST_USER + block * BLOCK}/${BLOCK}`;
      const ranges = {
        [namespaceRanges.level]: annotations?.[namespaceRanges.level] ?? levelOf(block),
        [namespaceRanges.groups]: range,
        [namespaceRanges.users]: range,
      };
      return {
        ...namespace,
        metadata: { ...namespace.metadata, annotations: { ...annotations, ...ranges } },
      };
    },
  };
};
