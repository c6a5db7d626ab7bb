import type { Connection } from '../../drivers/kubernetes/connection/connection';
import { type CleanedUp, cleanUp, leftBehind, tallyOf } from '../../drivers/kubernetes/safety/cleanup';
import type { Ending } from '../support/command';
import { consented } from './consent';
import type { Asked, CleanUpAsked } from './options';
import { asRefusal } from './reach';
import { cleanUpCommand } from './typedCommands';

const say = (text: string): unknown => process.stdout.write(`${text}\n`);
const complain = (text: string): unknown => process.stderr.write(`${text}\n`);

const tellRest = ({ left, holds, unseen }: CleanedUp, advice: string): void => {
  for (const each of unseen) complain(each);
  if (left.length === 0) return;
  complain(`These do not go: ${tallyOf(left)}.`);
  for (const each of holds) complain(`  ${each}`);
  complain(advice);
};

/** Says that nothing is left, where all could be looked at. */
const tellNothingLeft = ({ left, unseen }: CleanedUp, where: string): void => {
  if (left.length === 0)
    say(unseen.length > 0 ? `Nothing else is left ${where}.` : `Nothing is left ${where}.`);
};

const HOW_TO_RELEASE =
  'Whoever put a finalizer there has to take it off. If nobody does that any more, --cleanup with --release-finalizers does.';

/**
 * Takes away what a run has made, at its end, however it ended.
 * @returns true if nothing is left
 */
export const cleanAfter = async (connection: Connection, asked: Asked, run: string): Promise<boolean> => {
  const again = cleanUpCommand(asked, run);
  try {
    say('Cleaning up.');
    const cleaned = await cleanUp(connection, { run, tell: (text) => say(`  ${text}`) });
    tellRest(cleaned, `${HOW_TO_RELEASE} Look again with: ${again}`);
    tellNothingLeft(cleaned, 'of it on the cluster');
    return cleaned.left.length === 0;
  } catch (error) {
    const { message } = asRefusal(error, connection) as Error;
    complain(`It could not be cleaned up: ${message}`);
    complain(`What the run has made may still be there. Delete it with: ${again}`);
    return false;
  }
};

/** `--cleanup`: takes away what runs have left behind. */
export const cleanOnly = async (
  connection: Connection,
  { run, releases }: CleanUpAsked,
  asked: Asked,
): Promise<Ending> => {
  const whose = run === undefined ? 'any run' : `run ${run}`;
  const found = await leftBehind(connection, run);
  if (found.length > 0) {
    say(`Of ${whose} this is still on ${connection.server}: ${tallyOf(found)}.`);
    say(
      'It is going to be deleted, with the pods that are in it and of it, and what was told of its nodes.' +
        (releases ? ' Finalizers are taken off it: what they guard may be left behind elsewhere.' : ''),
    );
    await consented(asked.consents);
  }
  const cleaned = await cleanUp(connection, { run, releases, tell: say });
  tellRest(cleaned, HOW_TO_RELEASE);
  tellNothingLeft(cleaned, `of ${whose} on ${connection.server}`);
  return { tried: 1, failed: cleaned.left.length, ...(cleaned.left.length > 0 ? { code: 2 } : {}) };
};
