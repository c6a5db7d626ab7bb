import { createInterface } from 'node:readline';
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
  if ((await answered('Go on? Only "yes" is a yes: ')).trim().toLowerCase() !== 'yes')
    throw new Refusal(['Nothing was done.']);
};

/** What somebody types; nothing, after Ctrl-C and Ctrl-D. */
const answered = (question: string): Promise<string> =>
  new Promise((resolve) => {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    terminal.on('close', () => resolve(''));
    terminal.on('SIGINT', () => {
      process.stdout.write('\n');
      terminal.close();
    });
    terminal.question(question, (answer) => {
      resolve(answer);
      terminal.close();
    });
  });
