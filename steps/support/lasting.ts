/**
 * Which answers to a sentence last, on a cluster that goes on working while it is looked at. Who says nothing of a Then has
 * said `neither`, the most careful: it is waited for until it is true, and looked at again to see whether it still is.
 *
 * - `true`: once true it stays true, as what has happened has happened. It is not looked at again.
 * - `always`: it speaks of an answer that was given, and looks change nothing. It is not waited for, either.
 */
export type Lasting = 'neither' | 'true' | 'always';

const lasting =
  (lasts: Lasting) =>
  (options: { readonly wrapperOptions?: object } = {}) => ({
    wrapperOptions: { ...options.wrapperOptions, lasts },
  });

/** Given to Cucumber with a Then of something that happened: nothing that comes later takes it back. */
export const happened = lasting('true');

/** Given to Cucumber with a Then of how something ended that somebody tried. */
export const answered = lasting('always');
