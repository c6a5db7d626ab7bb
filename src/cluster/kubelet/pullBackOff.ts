const FIRST = 10_000;
const LONGEST = 300_000;

/**
 * Milliseconds until an image is tried again that could not be pulled: after ten seconds, and then after waits that double up
 * to five minutes. Kubelets only notice when they next look at the pod, some seconds later; here they look at once.
 * @param failedAt when it could not be pulled for the first time, and `now`: model time in ms
 * @returns 0 if it is just being tried
 * @see pkg/kubelet/images/image_manager.go pullImage
 * @see pkg/kubelet/kubelet.go MaxImageBackOff, imageBackOffPeriod
 */
export const waitForPull = (failedAt: number, now: number): number => {
  let due = failedAt;
  for (let delay = FIRST; due < now && delay < LONGEST; delay *= 2) due += delay;
  return due >= now ? due - now : LONGEST - ((now - due) % LONGEST || LONGEST);
};
