import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that stand where something else belongs. */
const STRAYS: readonly Json[] = [
  ...[null, true, 0, -1, 1.5, 2 ** 33, '', 'x', '100%', '1e3'],
  ...[[], [null], [{}], ['x'], [[]], {}, { a: null }, { name: 'x' }],
];

/** Something that is wrong, or only odd, about one place in a document. */
interface Flaw {
  /** Which place, as a share of all there are: from 0 up to, but not including, 1. */
  readonly where: number;
  readonly what: 'missing' | 'misspelt' | 'stray';
  readonly stray: Json;
}

const flaw: fc.Arbitrary<Flaw> = fc.record({
  where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  what: fc.constantFrom('missing', 'misspelt', 'stray', 'stray'),
  stray: fc.constantFrom(...STRAYS),
});

type Spot = readonly [parent: { [key: string]: Json }, key: string, path: readonly string[]];

const spotsIn = (document: Json, path: readonly string[] = []): Spot[] => {
  if (document === null || typeof document !== 'object') return [];
  const parent = document as { [key: string]: Json };
  return Object.keys(parent).flatMap((key) => [
    [parent, key, [...path, key]] as const,
    ...spotsIn(parent[key] ?? null, [...path, key]),
  ]);
};

const spotOf = (document: Json, { where }: Flaw): Spot | undefined => {
  const spots = spotsIn(document);
  return spots[Math.floor(where * spots.length)];
};

const spoil = (document: Json, flaw: Flaw): void => {
  const [parent, key] = spotOf(document, flaw) ?? [];
  if (!parent || key === undefined) return;
  if (flaw.what === 'stray') parent[key] = structuredClone(flaw.stray);
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else {
    if (flaw.what === 'misspelt') parent[`${key}s`] = parent[key] ?? null;
    delete parent[key];
  }
};

/** A document with one to three flaws. */
export const spoiled = (document: unknown): fc.Arbitrary<Json> =>
  fc.array(flaw, { minLength: 1, maxLength: 3 }).map((flaws) => {
    const copy = structuredClone(document) as Json;
    for (const each of flaws) spoil(copy, each);
    return copy;
  });

/** A patch that puts something astray at a place which the document has. */
export const strayPatch = (document: unknown): fc.Arbitrary<Json> =>
  flaw.map((each) => {
    const [, , path] = spotOf(document as Json, each) ?? [[], '', []];
    return path.reduceRight<Json>(
      (inner, key) => (/^\d+$/.test(key) ? [inner] : { [key]: inner }),
      structuredClone(each.stray),
    );
  });
