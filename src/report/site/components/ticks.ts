import type { Moment, Plot } from '../../../film/plot/plot';

/** More times below an axis run into each other. */
const MOST = 6;

/** The moments whose times are written below a plot: the first, the last, and some between them, at even distances; one time is written once. */
export const ticksOf = ({ moments, width }: Pick<Plot, 'moments' | 'width'>): readonly Moment[] => {
  const step = Math.max(1, width) / (MOST - 1);
  const ticks: Moment[] = [];
  for (const moment of moments) {
    const before = ticks.at(-1);
    const isLast = moment.x === width;
    if (moment.at === before?.at) continue;
    if (!before || moment.x - before.x >= step - 0.001) ticks.push(moment);
    else if (isLast && moment.x > before.x)
      ticks[ticks.length > 1 ? ticks.length - 1 : ticks.length] = moment;
  }
  return ticks;
};
