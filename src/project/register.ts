import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Claim, parseRegister, REGISTER_PATH, RegisterError } from '../catalogue/register';

/** Reads the register of the project in `directory`; a project without one claims nothing. @throws RegisterError */
export const readRegister = (directory: string): readonly Claim[] => {
  const path = join(directory, REGISTER_PATH);
  if (!existsSync(path)) return [];
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new RegisterError([`${REGISTER_PATH}: cannot be read: ${(error as Error).message}`]);
  }
  return parseRegister(text);
};
