import { checkOptions, DriverError, driverNamed } from '../../drivers/drivers';
import type { Driver } from '../../port/driver';
import { optionsOfRun, type RunOptions } from '../../run/options';
import { Refusal } from './refusal';

/** The driver of this name, if it takes what a run asks for. @throws Refusal with the drivers that there are */
export const driverFor = ({ driver: name, ...options }: RunOptions): Driver => {
  try {
    const driver = driverNamed(name);
    checkOptions(driver, options);
    return driver;
  } catch (error) {
    throw error instanceof DriverError ? new Refusal([error.message]) : error;
  }
};

/** What the command line asks for and, where it says nothing, the environment. @throws Refusal, SeedError */
export const chosenRun = (asked: RunOptions): RunOptions => {
  const otherwise = optionsOfRun();
  const name = asked.driver ?? otherwise.driver;
  const disturbed = asked.disturbed || otherwise.disturbed;
  const target = asked.target ?? otherwise.target;
  const driver = driverFor({ driver: name, seed: asked.seed, disturbed, ...(target ? { target } : {}) });
  return {
    driver: name,
    seed: driver.takes.has('seed') ? (asked.seed ?? otherwise.seed) : undefined,
    disturbed,
    ...(target ? { target } : {}),
  };
};
