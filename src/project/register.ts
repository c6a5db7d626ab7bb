import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegisterError } from '../catalogue/entries';
import { type Claim, parseRegister, REGISTER_PATH } from '../catalogue/register';

/** The register read last: a run asks for it before it starts and when it ends. */
let latest: { readonly text: string; readonly claims: readonly Claim[] } | undefined;

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
  if (latest?.text !== text) latest = { text, claims: parseRegister(text) };
  return latest.claims;
};
