import type { Scenario } from '../world';
import { daemonPodOn, podOn } from './daemonPods';

const POD = /<pod of (\S+) (?:on|for) ([^>]+)>/g;

/** What a shell takes literally. */
const QUOTED = /'[^']*'|"[^"]*"/g;

/** The project that a command names, before any filter behind it. */
const NAMESPACE = /^[^|]*?\s(?:-n|--namespace)[=\s]\s*([^\s|]+)/;

/**
 * Names of pods are generated: features write `<pod of log-agent on east-1>`, and this puts the name there; of a pod that waits,
 * `<pod of log-agent for east-1>`. It looks
 * for the daemon set in the project that the command is about.
 */
export const fillIn = (scenario: Scenario, line: string): string => {
  const namespace = NAMESPACE.exec(line)?.[1];
  const filled = line.replace(POD, (_, name: string, node: string) => {
    const pod =
      namespace === undefined
        ? daemonPodOn(scenario, name, node)
        : podOn(scenario, scenario.namesIn(namespace).meant('DaemonSet', name), node);
    return pod.metadata.name;
  });
  const [unknown] = /<[^<>]*>/.exec(filled.replace(QUOTED, '')) ?? [];
  if (unknown !== undefined)
    throw new Error(
      `${unknown} is no name that can be filled in. Write <pod of DAEMON-SET on NODE>, as in <pod of log-agent on east-1>.`,
    );
  return filled;
};
