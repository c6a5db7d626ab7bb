import type { DataTable } from '@cucumber/cucumber';
import type { DaemonSetWishes } from './builders';
import { readPairs, type Vocabulary } from './tables';
import {
  readAmountOf,
  readLabels,
  readNumberOrPercentage,
  readSeconds,
  readVersion,
  readWhole,
} from './values';

/** One line of a table that says what a daemon set or pod should be like. */
interface Setting {
  /** What may stand there, with its unit. */
  readonly takes: string;
  /** Also pods that nobody looks after have it. */
  readonly ofPods?: true;
  read(value: string, takes: string): DaemonSetWishes;
}

const someText = (value: string, takes: string): string => {
  if (value === '') throw new Error(`There is no value. Write ${takes}.`);
  return value;
};

const settings: Readonly<Record<string, Setting>> = {
  version: {
    takes: 'a tag, like v2',
    ofPods: true,
    read: (version) => ({ version: readVersion(version) }),
  },
  labels: { takes: 'labels, like app=web, tier=edge', read: (value) => ({ labels: readLabels(value) }) },
  'nodes labelled': {
    takes: 'labels, like role=worker',
    ofPods: true,
    read: (value) => ({ spec: { nodeSelector: readLabels(value) } }),
  },
  'update strategy': {
    takes: 'RollingUpdate or OnDelete',
    read: (value, takes) => ({ updateStrategy: someText(value, takes) }),
  },
  'max unavailable': {
    takes: 'a number of pods or a percentage, like 1 or 10%',
    read: (value, takes) => ({ rollingUpdate: { maxUnavailable: readNumberOrPercentage(value, takes) } }),
  },
  'max surge': {
    takes: 'a number of pods or a percentage, like 1 or 10%',
    read: (value, takes) => ({ rollingUpdate: { maxSurge: readNumberOrPercentage(value, takes) } }),
  },
  'min ready seconds': {
    takes: 'a number of seconds, like 10',
    read: (value, takes) => ({ minReadySeconds: readWhole(value, takes) }),
  },
  'revision history limit': {
    takes: 'a number of revisions, like 10',
    read: (value, takes) => ({ revisionHistoryLimit: readWhole(value, takes) }),
  },
  'grace period': {
    takes: 'a time, like 10 seconds',
    ofPods: true,
    read: (value) => ({ spec: { terminationGracePeriodSeconds: readSeconds(value) } }),
  },
  'host port': {
    takes: 'a port, like 9100',
    ofPods: true,
    read: (value, takes) => ({ hostPort: readWhole(value, takes) }),
  },
  cpu: {
    takes: 'cores, like 2 or 500m',
    ofPods: true,
    read: (value, takes) => ({ cpu: readAmountOf('cpu', value, takes) }),
  },
  'restart policy': {
    takes: 'Always, OnFailure or Never',
    ofPods: true,
    read: (value, takes) => ({ spec: { restartPolicy: someText(value, takes) } }),
  },
  'priority class': {
    takes: 'its name',
    ofPods: true,
    read: (value, takes) => ({ spec: { priorityClassName: someText(value, takes) } }),
  },
};

const vocabularyOf = (all: readonly (readonly [string, Setting])[]): Vocabulary =>
  Object.fromEntries(all.map(([name, { takes }]) => [name, takes]));

/** What can be said of a daemon set. */
export const forDaemonSets = vocabularyOf(Object.entries(settings));
/** What can be said of a pod that nobody looks after. */
export const forPods = vocabularyOf(Object.entries(settings).filter(([, { ofPods }]) => ofPods));

const readAll = (table: DataTable, vocabulary: Vocabulary): DaemonSetWishes => {
  const wishes = readPairs(
    table,
    (name, value) => settings[name]?.read(value, vocabulary[name] ?? '') ?? {},
    vocabulary,
  );
  const merged: DaemonSetWishes = Object.assign({}, ...wishes);
  return {
    ...merged,
    ...(merged.spec && { spec: Object.assign({}, ...wishes.map((wish) => wish.spec)) }),
    ...(merged.rollingUpdate && {
      rollingUpdate: Object.assign({}, ...wishes.map((wish) => wish.rollingUpdate)),
    }),
  };
};

/** Reads a table of settings, one a row: what the daemon set should be like. @throws TableError */
export const readSettings = (table: DataTable): DaemonSetWishes => readAll(table, forDaemonSets);

/** What a pod that nobody looks after should be like. @throws TableError */
export const readPodSettings = (table: DataTable): DaemonSetWishes => readAll(table, forPods);
