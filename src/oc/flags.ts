/** A value that a flag cannot take; `message` is the reason in the words of kubectl's flag library. */
export class FlagValueError extends Error {}

/** One flag of a verb: how its text becomes a value. */
export interface Flag<T> {
  /** One letter. */
  readonly short?: string;
  /** What the flag means when it stands alone. A flag without it needs a value. */
  readonly bare?: string;
  readonly initial: T;
  /** Reads one occurrence; `before` is the value so far. @throws FlagValueError */
  read(text: string, before: T): T;
}

/** Flags by name in camel case: `allNamespaces` is `--all-namespaces`. */
export type Flags = Readonly<Record<string, Flag<unknown>>>;

/** The values that belong to flags. */
export type FlagValues<F> = { readonly [Name in keyof F]: F[Name] extends Flag<infer T> ? T : never };

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  t: true,
  '1': true,
  false: false,
  f: false,
  '0': false,
};

/** On or off: `--all`, `--wait=false`. */
export const onOff = (short?: string, initial = false): Flag<boolean> => ({
  short,
  bare: 'true',
  initial,
  read: (value) => {
    const read = BOOLEANS[value.toLowerCase()];
    if (read === undefined) {
      throw new FlagValueError(`strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`);
    }
    return read;
  },
});

/** On, off, or not given. */
export const maybe = (short?: string): Flag<boolean | undefined> => ({ ...onOff(short), initial: undefined });

/** Any text. The last one given counts. */
export const text = (short?: string): Flag<string | undefined> => ({
  short,
  initial: undefined,
  read: (value) => value,
});

/** May be given several times, and with several values between commas. */
export const list = (short?: string): Flag<readonly string[]> => ({
  short,
  initial: [],
  read: (value, before) => [...before, ...value.split(',')],
});

/** A whole number. */
export const wholeNumber = (short?: string): Flag<number | undefined> => ({
  short,
  initial: undefined,
  read: (value) => {
    if (!/^[+-]?\d+$/.test(value)) {
      throw new FlagValueError(`strconv.ParseInt: parsing ${JSON.stringify(value)}: invalid syntax`);
    }
    return Number(value);
  },
});

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A duration such as `90s` or `1h30m`, in milliseconds. */
export const duration = (): Flag<number | undefined> => ({
  initial: undefined,
  read: (value) => {
    if (value === '0') return 0;
    if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(value)) {
      const missing = /^\d+(\.\d+)?$/.test(value);
      throw new FlagValueError(
        `time: ${missing ? 'missing unit in' : 'invalid'} duration ${JSON.stringify(value)}`,
      );
    }
    return [...value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)].reduce(
      (sum, [, amount, unit]) => sum + Number(amount) * (UNITS[unit ?? ''] ?? 0),
      0,
    );
  },
});

/** `--all-namespaces` for `allNamespaces`. */
export const longName = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
