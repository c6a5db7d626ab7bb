import { expect } from 'chai';
import type { Driver, DriverOptions } from '../port/driver';
import { checkOptions, createCluster, DriverError, driverNamed, drivers } from './drivers';
import { createInProcessCluster } from './in-process/driver';

describe('drivers', () => {
  it('are chosen by name; the first is the default', () => {
    expect(driverNamed()).to.equal(drivers[0]);
    for (const driver of drivers) expect(driverNamed(driver.name)).to.equal(driver);
  });

  it('have names of their own, which can be typed', () => {
    const names = drivers.map(({ name }) => name);
    expect(names).to.deep.equal([...new Set(names)]);
    for (const name of names) expect(name).to.match(/^[a-z][a-z-]*$/);
  });

  it('are listed where one is named that there is not', () => {
    expect(() => driverNamed('kubernets')).to.throw(DriverError, /"kubernets".*\n {2}in-process {2}\w/);
  });

  it('make clusters of their own kind', async () => {
    const cluster = await createCluster(driverNamed('in-process'), { seed: 7, disturbed: true });
    expect(cluster.name).to.equal('in-process cluster, Kubernetes 1.36');
    expect(cluster.seed).to.equal(7);
    expect(cluster.capabilities.has('steady-control-plane')).to.equal(false);
  });

  describe('that take no options', () => {
    const given: DriverOptions[] = [];
    const plain: Driver = {
      name: 'plain',
      description: 'a cluster as it is',
      takes: new Set(),
      create: async (options) => {
        given.push(options);
        return createInProcessCluster();
      },
    };

    it('say so when they are asked for some', () => {
      expect(() => checkOptions(plain, { seed: 7 })).to.throw(
        DriverError,
        'The driver "plain" takes no --seed: ',
      );
      expect(() => checkOptions(plain, { disturbed: true })).to.throw(DriverError, 'takes no --disturbed: ');
      checkOptions(plain, { disturbed: false });
      checkOptions(driverNamed('in-process'), { seed: 7, disturbed: true });
    });

    it('are not given any', async () => {
      await createCluster(plain, { seed: 7, disturbed: true });
      expect(given).to.deep.equal([{}]);
    });
  });
});
