import type { DataTable } from '@cucumber/cucumber';
import type { StringMap } from '../../src/kubernetes/object';
import type { DaemonSetWishes } from './builders';

/** Reads a table with a header row. A column that is not among `known` is an error that names those that are. */
export const readRows = (table: DataTable, known: readonly string[]): readonly StringMap[] => {
  for (const column of table.raw()[0] ?? []) {
    if (!known.includes(column)) throw new Error(`Unknown column "${column}". Known: ${known.join(', ')}.`);
  }
  return table.hashes();
};

/** Reads `role=worker, region=east`; an empty text has no labels. */
export const readLabels = (text: string): StringMap =>
  Object.fromEntries(
    text
      .split(',')
      .map((pair) => pair.trim())
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [, key, value] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
        if (key === undefined || value === undefined)
          throw new Error(`"${pair}" is no label. Write key=value, and commas between labels.`);
        return [key, value];
      }),
  );

type Setting = (value: string) => DaemonSetWishes;

const settings: Readonly<Record<string, Setting>> = {
  version: (version) => ({ version }),
  labels: (value) => ({ labels: readLabels(value) }),
  'nodes labelled': (value) => ({ spec: { nodeSelector: readLabels(value) } }),
  'update strategy': (updateStrategy) => ({ updateStrategy }),
  'max unavailable': (value) => ({ rollingUpdate: { maxUnavailable: readAmount(value) } }),
  'max surge': (value) => ({ rollingUpdate: { maxSurge: readAmount(value) } }),
  'min ready seconds': (value) => ({ minReadySeconds: Number(value) }),
  'revision history limit': (value) => ({ revisionHistoryLimit: Number(value) }),
  'grace period': (value) => ({ spec: { terminationGracePeriodSeconds: readSeconds(value) } }),
  'host port': (value) => ({ hostPort: Number(value) }),
  cpu: (cpu) => ({ cpu }),
  'priority class': (priorityClassName) => ({ spec: { priorityClassName } }),
};

/** Reads a table of settings, one a row: what the daemon set or pod should be like. */
export const readSettings = (table: DataTable): DaemonSetWishes => {
  const wishes = table.raw().map(([name = '', value = '']) => {
    const setting = settings[name];
    if (!setting) throw new Error(`Unknown setting "${name}". Known: ${Object.keys(settings).join(', ')}.`);
    return setting(value);
  });
  const merged = Object.assign({}, ...wishes);
  return {
    ...merged,
    ...(merged.spec && { spec: Object.assign({}, ...wishes.map((wish) => wish.spec)) }),
    ...(merged.rollingUpdate && {
      rollingUpdate: Object.assign({}, ...wishes.map((wish) => wish.rollingUpdate)),
    }),
  };
};

/** A number, or a percentage as it is. */
const readAmount = (value: string): number | string => (value.endsWith('%') ? value : Number(value));

const readSeconds = (value: string): number => {
  const seconds = /^(\d+) seconds?$/.exec(value)?.[1];
  if (seconds === undefined)
    throw new Error(`"${value}" is no time that can be read here. Write 10 seconds.`);
  return Number(seconds);
};
