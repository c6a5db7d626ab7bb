import { createInterface } from 'node:readline/promises';
import { Refusal } from '../support/refusal';

/**
 * Waits until somebody at the terminal has consented.
 * @param consents they have done so on the command line
 * @throws Refusal if they have not, or nobody is there
 */
export const consented = async (consents: boolean): Promise<void> => {
  if (consents) return;
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new Refusal(['Nothing was done: nobody can be asked here. Add --yes if this is what you want.']);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question('Go on? Only "yes" is a yes: ');
    if (answer.trim().toLowerCase() !== 'yes') throw new Refusal(['Nothing was done.']);
  } finally {
    terminal.close();
  }
};
