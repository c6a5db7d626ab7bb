import type { Pod } from '../pod/pod';
import { requestsOf } from '../pod/requests';
import { ofPod } from '../pod/sums';

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

/** What a pod may use at most. */
export const limits = ({ spec }: Pod): Amounts => {
  const all = ofPod(spec, 'limits');
  return {
    cpu: all.get('cpu') ?? 0,
    memory: all.get('memory') ?? 0,
    storage: all.get('ephemeral-storage') ?? 0,
  };
};

/** `100m (2%)`: an amount and its share of what there is. */
export const share = (amount: number, whole: number, format: (amount: number) => string): string =>
  `${format(amount)} (${whole > 0 ? Math.trunc((amount / whole) * 100) : 0}%)`;
