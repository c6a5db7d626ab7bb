import { readFileSync } from 'node:fs';

/** The address in a report of the first example with this title. */
export const addressOf = (report: string, title: string): string => {
  const [, address] =
    new RegExp(`<a href="#([^"]+:\\d+)">${title}</a>`).exec(readFileSync(report, 'utf8')) ?? [];
  if (address === undefined) throw new Error(`The page has no example "${title}".`);
  return address;
};
