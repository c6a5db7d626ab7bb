import { KUBERNETES } from '../kubernetes/release';
import type { Cluster } from '../port/cluster';
import type { Driver, DriverOptions } from '../port/driver';

const inProcess: Driver = {
  name: 'in-process',
  description: `a cluster in the memory of this process, Kubernetes ${KUBERNETES.release}; time is virtual`,
  takes: new Set(['seed', 'disturbed']),
  gaps: async () => (await import('../cluster/model/gaps')).gaps,
  create: async (options) => (await import('./in-process/driver')).createInProcessCluster(options),
};

const kubernetes: Driver = {
  name: 'kubernetes',
  description: 'a cluster that exists, which --context names; time goes by as it does for everybody',
  takes: new Set(['target']),
  create: async (options) => (await import('./kubernetes/driver')).createCluster(options),
  end: async () => (await import('./kubernetes/driver')).closeSessions(),
};

/** What scenarios can run on. A driver is loaded when it is asked for a cluster; nobody chooses: the first one. */
export const drivers: readonly [Driver, ...Driver[]] = [inProcess, kubernetes];

/** A driver that there is not, or that cannot do what it is asked for; `message` is for the terminal. */
export class DriverError extends Error {}

/** The drivers as help and errors list them, one a line. */
export const driverList = (): string => {
  const width = Math.max(...drivers.map(({ name }) => name.length));
  return drivers.map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`).join('\n');
};

/** @throws DriverError */
export const driverNamed = (name: string = drivers[0].name): Driver => {
  const driver = drivers.find((each) => each.name === name);
  if (!driver) throw new DriverError(`There is no driver "${name}". There is:\n${driverList()}`);
  return driver;
};

const LACKS: Readonly<Record<keyof DriverOptions, string>> = {
  seed: 'it leaves nothing to a seed',
  target: 'it has no cluster to choose',
  disturbed: 'it has no rough days',
};

/** What asks for an option on the command line. */
const FLAGS: Readonly<Record<keyof DriverOptions, string>> = {
  seed: '--seed',
  disturbed: '--disturbed',
  target: '--context',
};

/** @throws DriverError if the driver does not take an option that it is asked for */
export const checkOptions = ({ name, takes }: Driver, options: DriverOptions): void => {
  for (const option of ['seed', 'disturbed', 'target'] as const)
    if (options[option] && !takes.has(option))
      throw new DriverError(`The driver "${name}" takes no ${FLAGS[option]}: ${LACKS[option]}.`);
  if (takes.has('target') && !options.target)
    throw new DriverError(
      `The driver "${name}" needs --context NAME: the cluster of your kubeconfig to run on.`,
    );
};

/** A cluster for one scenario. Options that the driver does not take are left out. */
export const createCluster = (
  { takes, create }: Driver,
  { seed, disturbed, target }: DriverOptions,
): Promise<Cluster> =>
  create({
    ...(takes.has('target') && target ? { target } : {}),
    ...(takes.has('seed') ? { seed } : {}),
    ...(takes.has('disturbed') ? { disturbed } : {}),
  });
