import { type Kubectl, kubectls } from './kubectls.testkit';

/** A cluster of its own, and somebody in front of it. */
export interface Stage {
  type(line: string): Promise<string>;
  end(): Promise<void>;
}

/** What a kubectl printed for a line; an error if it did not come so far. */
type Printed = (line: number) => Promise<string>;

/** Types one line after the other. What is printed can be asked for before it is. */
const typeAll = (stage: Promise<Stage>, lines: readonly string[]): readonly Promise<string>[] => {
  let before: Promise<unknown> = stage;
  return lines.map((line) => {
    const printed = before.then(async () => (await stage).type(line));
    before = printed;
    // Whoever asks for it hears of a failure.
    printed.catch(() => {});
    return printed;
  });
};

/**
 * Has every stock kubectl type the same lines, all at the same time: mostly they wait.
 *
 * @param open makes a cluster for one of them
 * @param tests says what is expected of one, where `printed(n)` is what it printed for line n
 */
export const sideBySide = (
  lines: readonly string[],
  open: (kubectl: Kubectl) => Promise<Stage>,
  tests: (kubectl: Kubectl, printed: Printed) => void,
): void => {
  const stages: Promise<Stage>[] = [];
  const all = new Map<Kubectl, readonly Promise<string>[]>();
  const known = kubectls();

  before(() => {
    for (const kubectl of known) {
      if (kubectl.folder === undefined) continue;
      const stage = open(kubectl);
      stages.push(stage);
      all.set(kubectl, typeAll(stage, lines));
    }
  });
  after(async () => {
    for (const stage of stages) await (await stage).end();
  });

  for (const kubectl of known)
    describe(kubectl.title, () => {
      before(function () {
        if (kubectl.folder === undefined) this.skip();
      });
      tests(kubectl, async (line) => (await all.get(kubectl)?.[line]) ?? '');
    });
};
