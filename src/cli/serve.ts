import { ApiError } from '../kubernetes/refusals';
import { typed } from '../run/calledAs';
import { ForeignFileError, writeKubeconfig } from '../serve/kubeconfigFile';
import { type Served, serve } from '../serve/serve';
import { createAll } from './serve/manifests';
import { PORT, SERVE_FLAGS, serveOptionsIn } from './serve/options';
import { untilStopped } from './serve/stop';
import { announcement, listeningProblem } from './serve/words';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';
import { explain } from './support/explain';
import { Refusal } from './support/refusal';

const usage = (): string => `Usage: ${typed('serve', '[options] [FILE]...')}

Serves clusters in memory behind Kubernetes' REST API, for kubectl and whatever else speaks it. What stands in the files
is created in the first of them. Ctrl-C ends it, and nothing is kept.

  --nodes N          how many nodes a cluster has from the start: node-1, node-2, …; default 0
  --seed N           the seed that decides orders and names; default 1
  --port N           where it listens; default ${PORT}; 0 for any that is free
  --host HOST        default 127.0.0.1: only this machine reaches it. For others a token is needed
  --token TOKEN      what clients have to show; "auto" makes one, and prints it. kubectl sends it over https alone: see --tls
  --tls              serve it encrypted, with a certificate made now, which the kubeconfig names; where --host lets others come
                     it always is
  --speed N          how much faster than on the wall time goes; default 1
  --paused           time stands still until it is stepped: kubectl create -f of a Step, kubectl edit clock cluster
  --disturbed        on a rough day: events come late, writes fail, controllers are restarted
  --cluster NAME     a cluster at /clusters/NAME, once or several times; default one, "default", at the root
  --kubeconfig FILE  where a kubeconfig is written, readable for you alone; a file that is there must be one of Rollcall
  --overwrite        write the kubeconfig over whatever is there
`;

/** @throws Refusal if it cannot be written */
const write = (file: string, text: string, overwrites: boolean): void => {
  try {
    writeKubeconfig(file, text, overwrites);
  } catch (error) {
    if (error instanceof ForeignFileError)
      throw new Refusal([`${error.message} Choose another --kubeconfig, or add --overwrite.`]);
    throw new Refusal([`--kubeconfig ${file}: it cannot be written. ${explain(error).split('\n')[0]}`]);
  }
};

/** @throws Refusal if it cannot be served as it was asked */
const start = async (request: Request): Promise<Served> => {
  const options = serveOptionsIn(request);
  let served: Served;
  try {
    served = await serve(options);
  } catch (error) {
    const problem = error instanceof ApiError ? error.message : listeningProblem(error, options);
    throw problem === undefined ? error : new Refusal([problem]);
  }
  const file = request.value('--kubeconfig');
  try {
    createAll(request.words, served.cluster);
    if (file !== undefined) write(file, served.kubeconfig(), request.has('--overwrite'));
  } catch (error) {
    await served.close();
    throw error;
  }
  process.stdout.write(announcement(served, { token: options.token, file }));
  return served;
};

/** `npm run serve`: clusters for stock clients. */
const main = async (request: Request): Promise<Ending> => {
  const stopped = untilStopped();
  const served = await start(request);
  await stopped;
  await served.close();
  return { tried: 1, failed: 0 };
};

runCommand(
  {
    usage,
    options: SERVE_FLAGS,
    words: [0, Number.POSITIVE_INFINITY],
  },
  main,
);
