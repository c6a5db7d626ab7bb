import { columnsOf } from '../../terminal/columns';
import type { ProgressState } from './state';

const BAR = 20;

/** A length of time as people say it: `40 s`, `9 min`, `1 h 20 min`. */
export const durationText = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
};

/** `412 of 1167 examples · 2 failed · 80 skipped · about 9 min left` */
export const farText = (state: ProgressState, now: number): string =>
  [
    `${state.done} of ${state.total} examples`,
    ...(state.failed > 0 ? [`${state.failed} failed`] : []),
    ...(state.skipped > 0 ? [`${state.skipped} skipped`] : []),
    ...(state.again > 0 ? [`${state.again} run again`] : []),
    ...(state.inconclusive > 0 ? [`${state.inconclusive} inconclusive`] : []),
    ...(state.done < state.total ? [`about ${durationText(state.timeLeft(now))} left`] : []),
  ].join(' · ');

/** What is waited for, and how long by now: `48 s in: "log-agent" runs one pod …`. Empty if nothing takes long. */
export const waitText = (state: ProgressState, now: number): string => {
  const waiting = state.waiting(now);
  if (!waiting || waiting.for < 2_000) return '';
  return `${durationText(waiting.for)} in: ${waiting.text === '' ? `the example at ${waiting.location}` : waiting.text}`;
};

/** The line that a terminal shows, as wide as that is. */
export const barText = (state: ProgressState, now: number, width: number): string => {
  const full = state.total === 0 ? BAR : Math.floor((state.done / state.total) * BAR);
  const line = [
    `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${farText(state, now)}`,
    ...[waitText(state, now)].filter((text) => text !== ''),
  ].join(' · ');
  return columnsOf(line) <= width ? line : shortened(line, width);
};

const shortened = (line: string, width: number): string => {
  let short = line;
  while (columnsOf(short) > width - 1) short = short.slice(0, -1);
  return `${short}…`;
};
