import type { Claim } from '../../catalogue/register';
import { meaningProblems } from './meaning';
import type { ConformanceReport } from './report';
import { isReport, shapeProblems } from './shape';
import { readReport } from './text';

/** A report that was read, or what is wrong with it: a sentence each. */
export type Checked =
  | { readonly report: ConformanceReport; readonly problems: readonly string[] }
  | { readonly report?: undefined; readonly problems: readonly string[] };

/**
 * Reads a report, and holds it against its schema, itself and the register of claims.
 * @param registerOf the register that a report is held against; undefined if it is of a suite whose register is not at hand
 */
export const checkReport = (
  text: string,
  registerOf: (report: ConformanceReport) => readonly Pick<Claim, 'id' | 'verdict'>[] | undefined,
): Checked => {
  let read: unknown;
  try {
    read = readReport(text);
  } catch (error) {
    return { problems: [`It is no YAML: ${(error as Error).message.split('\n')[0]}`] };
  }
  if (!isReport(read)) return { problems: shapeProblems(read) };
  return { report: read, problems: meaningProblems(read, registerOf(read)) };
};
