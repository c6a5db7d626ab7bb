import { useEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds between two sentences that are read aloud: who listens can follow no faster. */
const EVERY = 4000;

/** The latest of sentences that may come quickly, now and then. */
export const useSpoken = (sentence: string): string => {
  const [spoken, setSpoken] = useState('');
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const speak = (): void => {
      last.current = performance.now();
      setSpoken(sentence);
    };
    const timer = setTimeout(speak, Math.max(0, last.current + EVERY - performance.now()));
    return () => clearTimeout(timer);
  }, [sentence]);
  return spoken;
};
