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

/** What scenarios can run on. A driver is loaded when it is asked for a cluster; nobody chooses: the first one. */
export const drivers: readonly [Driver, ...Driver[]] = [inProcess];

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

/** @throws DriverError if the driver does not take an option that it is asked for */
export const checkOptions = ({ name, takes }: Driver, options: DriverOptions): void => {
  for (const option of ['seed', 'disturbed'] as const)
    if (options[option] && !takes.has(option))
      throw new DriverError(`The driver "${name}" takes no --${option}: ${LACKS[option]}.`);
};

/** A cluster for one scenario. Options that the driver does not take are left out. */
export const createCluster = (
  { takes, create }: Driver,
  { seed, disturbed }: DriverOptions,
): Promise<Cluster> =>
  create({
    ...(takes.has('seed') ? { seed } : {}),
    ...(takes.has('disturbed') ? { disturbed } : {}),
  });
