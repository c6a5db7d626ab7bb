import { counts } from './counts';
import { daemonSets } from './daemonSets';
import type { Finding, Look, Picture } from './finding';
import { nodes } from './nodes';
import { pods } from './pods';

const looks: readonly Look[] = [daemonSets, nodes, pods, counts];

/**
 * What a cluster has still to do, of what can be told from its objects; each thing once. Nothing is waited for in
 * namespaces that are going.
 */
export const findingsIn = (picture: Picture): readonly Finding[] => looks.flatMap((look) => look(picture));
