import { expect } from 'chai';
import fc from 'fast-check';
import { toMicroTimestamp } from '../../../kubernetes/fields/time';
import { Chronicle } from './chronicle';

const change = (version: number) => ({
  object: {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'a',
      uid: 'a',
      resourceVersion: String(version),
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
  },
});

const scene = (now = 1000) => {
  const told: [number, number][] = [];
  const chronicle = new Chronicle(now, ({ object }: ReturnType<typeof change>, at) =>
    told.push([Number(object.metadata.resourceVersion), at]),
  );
  return { chronicle, told };
};

describe('a chronicle', () => {
  it('tells at once what happens while time stands still: it happens now', () => {
    const { chronicle, told } = scene();
    chronicle.hear(change(7));
    chronicle.resume(2000, []);
    chronicle.hear(change(8));
    expect(told).to.deep.equal([
      [7, 1000],
      [8, 2000],
    ]);
  });

  it('tells nothing while time goes by, and then everything in order, each with its moment', () => {
    const { chronicle, told } = scene();
    chronicle.hold();
    for (const version of [12, 10, 13, 11]) chronicle.hear(change(version));
    expect(told).to.deep.equal([]);
    chronicle.resume(5000, [
      { time: toMicroTimestamp(1000), resourceVersion: '10' },
      { time: toMicroTimestamp(1500), resourceVersion: '12' },
      { time: toMicroTimestamp(4321), resourceVersion: '20' },
    ]);
    expect(told).to.deep.equal([
      [10, 1000],
      [11, 1500],
      [12, 1500],
      [13, 4321],
    ]);
    expect(chronicle.now).to.equal(5000);
  });

  it('finds the moment of each version, whatever happened, and in whatever order it is heard', () => {
    const writes = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(writes, fc.infiniteStream(fc.nat()), (gaps, chance) => {
        const { chronicle, told } = scene(0);
        let at = 0;
        const history = gaps.map((gap, index): [number, number] => {
          at += gap;
          return [index + 1, at];
        });
        const moments = new Map(history.map(([version, moment]) => [moment, version]));
        chronicle.hold();
        const shuffled = history
          .map(([version]) => [chance.next().value as number, version] as const)
          .sort(([a], [b]) => a - b);
        for (const [, version] of shuffled) chronicle.hear(change(version));
        chronicle.resume(
          at,
          [...moments].map(([moment, version]) => ({
            time: toMicroTimestamp(moment),
            resourceVersion: String(version),
          })),
        );
        expect(told).to.deep.equal(history);
      }),
    );
  });
});
