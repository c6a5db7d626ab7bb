import '../../project/disk';
import { Writable } from 'node:stream';
import {
  type IRunConfiguration,
  type ISupportCodeLibrary,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import { Recorder } from '../messages/attempt';
import { CurrentStep } from './currentStep';
import type { Order, Reply } from './orders';

/*
 * A process that runs examples one after another, as it is told, and says what happened. What examples share, such as a
 * session with the cluster, is kept from one to the next.
 */

const say = (reply: Reply): void => {
  process.send?.(reply);
};

const silent = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

interface RunHook {
  readonly code: (this: unknown) => unknown;
}

/** What Cucumber does around a run, which here is one for all examples of this process. */
interface RunHooks {
  readonly beforeTestRunHookDefinitions: readonly RunHook[];
  readonly afterTestRunHookDefinitions: readonly RunHook[];
}

class Work {
  readonly #library: ISupportCodeLibrary & RunHooks;

  private constructor(
    private readonly configuration: IRunConfiguration,
    library: ISupportCodeLibrary,
  ) {
    this.#library = library as ISupportCodeLibrary & RunHooks;
  }

  static async begin(configuration: IRunConfiguration): Promise<Work> {
    const work = new Work(configuration, await loadSupport(configuration));
    await work.#around(work.#library.beforeTestRunHookDefinitions);
    return work;
  }

  async run(location: string): Promise<void> {
    const { configuration } = this;
    const recorder = new Recorder();
    const step = new CurrentStep((text) => say({ type: 'step', text }));
    await runCucumber(
      {
        ...configuration,
        // Which examples are run was decided before: tags and names have chosen.
        sources: { ...configuration.sources, paths: [location], names: [], tagExpression: '', shard: '' },
        support: {
          ...this.#library,
          beforeTestRunHookDefinitions: [],
          afterTestRunHookDefinitions: [],
        } as ISupportCodeLibrary,
        formats: { ...configuration.formats, stdout: 'summary', files: {} },
        runtime: { ...configuration.runtime, dryRun: false, failFast: false, parallel: 0, retry: 0 },
      },
      { stdout: silent(), stderr: silent() },
      (envelope) => {
        recorder.take(envelope);
        step.take(envelope);
      },
    );
    say({ type: 'ended', attempt: recorder.attempt });
  }

  end(): Promise<void> {
    return this.#around([...this.#library.afterTestRunHookDefinitions].reverse());
  }

  async #around(hooks: readonly RunHook[]): Promise<void> {
    for (const { code } of hooks)
      await Reflect.apply(code, { parameters: this.configuration.runtime.worldParameters }, []);
  }
}

let work: Work | undefined;

const obey = async (order: Order): Promise<void> => {
  if (order.type === 'begin') {
    work = await Work.begin(order.configuration);
    say({ type: 'ready' });
  } else if (order.type === 'run') await work?.run(order.location);
  else {
    await work?.end();
    process.exit(0);
  }
};

process.on('message', (order: Order) => {
  obey(order).catch((error: Error) => say({ type: 'broken', message: error.message }));
});
// Ctrl-C reaches all processes of a terminal. Whoever started this one says when it is to end.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(1));
