import { useEffect, useState } from 'preact/hooks';
import type { ClockView } from '../view';

/** Milliseconds between two looks at the clock. */
const EVERY = 200;

/** A clock as it goes on since it was told. @param at when it was told (ms since whenever) */
export const useNow = (told: ClockView | undefined, at: number): ClockView | undefined => {
  const [, setNow] = useState(at);
  const isRunning = told !== undefined && !told.paused;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(performance.now()), EVERY);
    return () => clearInterval(timer);
  }, [isRunning]);
  return isRunning ? { ...told, time: told.time + (performance.now() - at) * told.speed } : told;
};
