/** The signals that end a server, with the exit code of one that is asked a second time: 128 and the number of the signal. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Waits for Ctrl-C, or `kill`. A second one ends the process at once. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    let isAsked = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (isAsked) process.exit(CODES[signal]);
        isAsked = true;
        resolve();
      });
  });
