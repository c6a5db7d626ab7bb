import { stateInWords } from '../../src/kubernetes/kinds/pod/stateInWords';
import type { Moment } from '../../src/timeline/moment';
import type { PodLife } from '../../src/timeline/podLife';
import type { Scenario } from '../world';

/** `12.5 s`: since the example began. */
export const momentInWords = ({ began }: Pick<Scenario, 'began'>, { at }: Pick<Moment, 'at'>): string =>
  `${((at - began) / 1000).toFixed(1)} s`;

/** One line a pod: when it came, when it went, or what it is up to. Times count from the beginning of the example. */
export const describeLives = (scenario: Pick<Scenario, 'began'>, lives: readonly PodLife[]): string =>
  lives.length === 0
    ? '(no pod)'
    : lives
        .map(({ name, created, gone, last }) => {
          const end = gone ? `gone at ${momentInWords(scenario, gone)}` : `now ${stateInWords(last)}`;
          return `${name}: created at ${momentInWords(scenario, created)}, ${end}`;
        })
        .join('\n');

/** What "before" means in a sentence. */
export const measuredFrom = (scenario: Pick<Scenario, 'began' | 'since'>): string =>
  scenario.since.index === 0
    ? 'It is measured from the very beginning: there is no When, or nothing was there before it.'
    : `It is measured from the last When, at ${momentInWords(scenario, scenario.since)}.`;
