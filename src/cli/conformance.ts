import '../project/disk';
import { profileNames } from '../conformance/report/report';
import { typed } from '../run/calledAs';
import { speak } from '../run/language';
import { cleanOnly } from './conformance/cleaning';
import { conform } from './conformance/conform';
import { askedIn, CONFORMANCE_FLAGS, cleanUpIn } from './conformance/options';
import { chosenBy } from './conformance/programme';
import { asRefusal, reach } from './conformance/reach';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';

const usage =
  (): string => `Usage: ${typed('conformance', '--context NAME [options] [FILE|FOLDER|FILE:LINE]...')}

Runs all features, or those named, on a cluster that exists, and writes a report of what it promises and keeps. Says first
what it is going to do, and to which server; waits for a yes. Everything it makes is labelled, and deleted in the end.

  --context NAME         the cluster: a context of the kubeconfig. It has to be named; the current one does not count
  --kubeconfig FILE      default what kubectl would read
  --yes                  consent to what is said, unread: for machines
  --parallel N           how many examples run at the same time, up to 32; default 1
  --shared               others use the cluster, other runs too: examples have names of their own; default if it has
                         nodes, and for --parallel
  --exclusive            nobody else uses the cluster: names are as they are written
  --patience TIME        how long an example may wait: 65s, 10m, 1h, 24h; default 65s. What waits longer is skipped
  --hold TIME            how long it is watched that something does not happen; default 3s
  --profile NAME         only examples of a profile: ${profileNames.join(', ')}
  --tags EXPR            only examples with these tags: @D07, "@D07 or @D19"
  --name REGEXP          only examples whose title fits
  --run NAME             what the run is called in labels and names; default a word of six letters
  --allow-foreign-pods   daemon sets of others may run pods on nodes of examples
  --fail-fast            stop at the first failure
  --resume               go on with the run before, which was broken off
  --cleanup [RUN]        run nothing; delete what a run has left behind, or every run
  --release-finalizers   with --cleanup: take off finalizers that nobody sees to
  --lang LANG            the language of the report: en or ko; default that of the terminal

Ctrl-C ends it in good order, and cleans up; a second one ends it at once. It ends with 0 if all is well, with 1 if a promise
is not kept or not all could be tried, and with 2 if it could not be run, was broken off, or left something behind.
`;

/** `npm run conformance`: the features on a cluster that exists. */
const main = async (request: Request): Promise<Ending> => {
  speak(request.value('--lang'), process.env);
  const asked = askedIn(request);
  const cleanUp = cleanUpIn(request);
  const chosen = cleanUp ? undefined : await chosenBy(request);
  const { connection, version } = await reach(asked);
  try {
    if (cleanUp) return await cleanOnly(connection, cleanUp, asked);
    return chosen ? await conform({ connection, version }, asked, chosen) : { tried: 0, failed: 0 };
  } catch (error) {
    throw asRefusal(error, connection);
  } finally {
    connection.close();
  }
};

runCommand({ usage, options: CONFORMANCE_FLAGS, words: [0, Number.POSITIVE_INFINITY], undone: 2 }, main);
