/** What a run does between two examples; nothing where it cannot be stopped, as in a browser. */
let between: () => Promise<void> | undefined = () => undefined;
let stopped = false;

/** Says what is to be done between two examples: where somebody may stop the run, to listen to them. */
export const listenBetweenExamples = (listen: () => Promise<void> | undefined): void => {
  between = listen;
};

/** To be called, and waited for, at the end of every example. */
export const endOfExample = (): Promise<void> | undefined => between();

/** Notes that somebody stopped this run: examples that have not begun are left out. */
export const noteStop = (): void => {
  stopped = true;
};

/** A new run begins: nobody has stopped it yet. */
export const forgetStop = (): void => {
  stopped = false;
};

/** True once somebody stopped this run. */
export const isStopped = (): boolean => stopped;
