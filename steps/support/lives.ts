import { stateInWords } from '../../src/kubernetes/kinds/pod/stateInWords';
import { timeInWords } from '../../src/timeline/clock';
import type { Moment } from '../../src/timeline/moment';
import type { PodLife } from '../../src/timeline/podLife';

const seconds = ({ at }: Moment): string => timeInWords(at, (ms) => `${(ms / 1000).toFixed(1)} s`);

/** One line a pod: when it came, when it went, or what it is up to. */
export const describeLives = (lives: readonly PodLife[]): string =>
  lives.length === 0
    ? '(no pod)'
    : lives
        .map(({ name, created, gone, last }) => {
          const end = gone ? `gone at ${seconds(gone)}` : `now ${stateInWords(last)}`;
          return `${name}: created at ${seconds(created)}, ${end}`;
        })
        .join('\n');

/** What "before" means in a sentence. @param since the moment that a scenario measures from */
export const measuredFrom = (since: Moment): string =>
  since.index === 0
    ? 'It is measured from the very beginning: there is no When, or nothing was there before it.'
    : `It is measured from the last When, at ${seconds(since)}.`;
