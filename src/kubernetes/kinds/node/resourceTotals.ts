import { parseQuantity, toMilli } from '../../fields/quantity';
import type { Pod } from '../pod/pod';
import { requestsOf } from '../pod/requests';

/** Requested and allowed amounts: cpu in thousandths, memory and storage in bytes. */
export interface Amounts {
  readonly cpu: number;
  readonly memory: number;
  readonly storage: number;
}

const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;

/** Thousandths of a cpu as a quantity: `0`, `250m`, `2`. */
export const formatCpu = (milli: number): string => (milli % 1000 === 0 ? `${milli / 1000}` : `${milli}m`);

/** Bytes as a quantity, in the largest binary unit that needs no fraction: `0`, `100Mi`. */
export const formatBytes = (bytes: number): string => {
  let unit = 0;
  let amount = bytes;
  while (amount !== 0 && amount % 1024 === 0 && unit < BINARY.length - 1) {
    amount /= 1024;
    unit++;
  }
  return `${amount}${BINARY[unit]}`;
};

/** What a pod asks for. */
export const requests = (pod: Pod): Amounts => requestsOf(pod.spec);

/** What a pod may use at most: the sum of its containers. */
export const limits = (pod: Pod): Amounts => {
  const of = (name: string): readonly string[] =>
    pod.spec.containers.map(({ resources }) => {
      const all = resources?.limits ?? {};
      return all[name] ?? '0';
    });
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    cpu: sum(of('cpu').map(toMilli)),
    memory: sum(of('memory').map(parseQuantity)),
    storage: sum(of('ephemeral-storage').map(parseQuantity)),
  };
};

/** `100m (2%)`: an amount and its share of what there is. */
export const share = (amount: number, whole: number, format: (amount: number) => string): string =>
  `${format(amount)} (${whole > 0 ? Math.trunc((amount / whole) * 100) : 0}%)`;
