import type { Claim } from '../../catalogue/register';
import { readRegister } from '../../project/register';
import { suiteVersion } from '../about/suite';
import type { ConformanceReport } from './report';

/** The register that a report is held against: this project's, if the report is of this release. Undefined for another one's. */
export const registerFor = ({ suite }: Pick<ConformanceReport, 'suite'>): readonly Claim[] | undefined => {
  const { name, version } = suiteVersion();
  return suite.name === name && suite.version === version ? readRegister(process.cwd()) : undefined;
};
