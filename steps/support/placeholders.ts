import type { Scenario } from '../world';
import { daemonPodOn } from './daemonPods';

const POD = /<pod of (\S+) on ([^>]+)>/g;

/** Names of pods are generated: features write `<pod of log-agent on east-1>`, and this puts the name there. */
export const fillIn = (scenario: Scenario, line: string): string =>
  line.replace(POD, (_, set: string, node: string) => daemonPodOn(scenario, set, node).metadata.name);
