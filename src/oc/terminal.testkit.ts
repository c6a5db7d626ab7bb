import { createInProcessCluster } from '../drivers/in-process/driver';
import type { User } from '../port/api';
import type { Cluster } from '../port/cluster';
import { type CommandResult, runCommand, type Shell } from '.';

/** A terminal in front of a small in-process cluster. */
export interface Terminal {
  readonly cluster: Cluster;
  readonly shell: Shell;
  /** Runs a command and gives its whole outcome. */
  run(line: string, user?: User): Promise<CommandResult>;
  /** Runs a command and lets the cluster settle. Gives what is seen on the terminal. */
  see(line: string): Promise<string>;
}

/** What a terminal has before it. */
export interface Setting {
  /** Machines; all carry the label `role=worker`. */
  readonly nodes?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly namespace?: string;
  /** Nodes without a real kubelet. */
  readonly simulatedNodes?: boolean;
}

/** A daemon set for nodes labelled `role=worker`. */
export const daemonSetYaml = ({
  name = 'log-agent',
  image = 'example.test/agent:v1',
  spec = '',
} = {}): string =>
  `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ${name}
spec:
  selector:
    matchLabels: {app: ${name}}
${spec}  template:
    metadata:
      labels: {app: ${name}}
    spec:
      nodeSelector: {role: worker}
      containers:
      - name: agent
        image: ${image}
      terminationGracePeriodSeconds: 5
`;

/** Opens a terminal in a project of its own. */
export const openTerminal = async (setting: Setting = {}): Promise<Terminal> => {
  const { nodes = ['east-1', 'east-2'], namespace = 'shop', simulatedNodes = false } = setting;
  const files = { 'daemonset.yaml': daemonSetYaml(), ...setting.files };
  const cluster = createInProcessCluster({ simulatedNodes });
  for (const name of nodes) await cluster.world.addNode({ name, labels: { role: 'worker' } });
  await cluster.api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  await cluster.time.settle();
  const shell: Shell = {
    cluster,
    namespace,
    readFile: (path) => {
      const text = (files as Readonly<Record<string, string>>)[path];
      if (text === undefined) throw new Error(`no such file: ${path}`);
      return text;
    },
  };
  const run: Terminal['run'] = (line, user) => runCommand(line, user ? { ...shell, user } : shell);
  return {
    cluster,
    shell,
    run,
    see: async (line) => {
      const { terminal } = await run(line);
      await cluster.time.settle();
      return terminal;
    },
  };
};
