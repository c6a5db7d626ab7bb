import type { JSX } from 'preact';
import type { Language } from '../../../language/language';
import type { ClockView } from '../view';
import { pageWords as words } from '../words';

/** `2026-07-01 09:30:00` */
const dateAndTime = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

/** `09:30:00` */
export const timeOfDay = (time: number): string => dateAndTime(time).slice(11);

interface Props {
  readonly clock: ClockView;
  readonly language: Language;
}

/** What the time is in the cluster, and how it goes. */
export const ClockLine = ({ clock, language }: Props): JSX.Element => {
  const { time, paused, speed, quiet } = clock;
  return (
    <p class="clock">
      <time>{dateAndTime(time)}</time> UTC
      <span>
        {paused ? words.paused[language] : words.runs[language](speed)} ·{' '}
        {quiet ? words.quiet[language] : words.busy[language]}
      </span>
    </p>
  );
};
