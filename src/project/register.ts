import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Claim, parseRegister, REGISTER_PATH, RegisterError } from '../catalogue/register';

/** Reads the register of the project in `directory`. @throws RegisterError */
export const readRegister = (directory: string): readonly Claim[] => {
  let text: string;
  try {
    text = readFileSync(join(directory, REGISTER_PATH), 'utf8');
  } catch {
    throw new RegisterError([`${REGISTER_PATH}: no such file. It is the register of all claims.`]);
  }
  return parseRegister(text);
};
