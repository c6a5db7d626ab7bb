import { typed } from '../../run/calledAs';
import type { Asked } from './options';

/** A word as a shell reads it. */
const shell = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

const clusterOf = ({ context, kubeconfig }: Asked): readonly string[] => [
  '--context',
  context,
  ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
];

const command = (words: readonly string[]): string => typed('conformance', words.map(shell).join(' '));

/** Deletes what a run has left behind. */
export const cleanUpCommand = (asked: Asked, run: string): string =>
  command([...clusterOf(asked), '--cleanup', run]);

/** Does again what was asked for. @param selection the words that chose examples */
export const againCommand = (asked: Asked, rest: readonly string[]): string =>
  command([...clusterOf(asked), ...rest]);
