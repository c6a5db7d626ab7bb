import type { KubeObject, Manifest } from '../../object';
import { readDocument } from '../../wire/document';
import { type Column, printTable } from '../table';
import { schemaKindColumns } from './kinds';

/** Reads a manifest as if it had been created when model time began. */
export const created = (yaml: string): KubeObject => {
  const manifest = readDocument(yaml) as Manifest;
  const metadata = { name: '', uid: '', resourceVersion: '1', creationTimestamp: '2026-01-01T00:00:00Z' };
  return { ...manifest, metadata: { ...metadata, ...manifest.metadata } };
};

/** What `get` prints of objects a minute and a half later. */
export const printedWith = (
  columns: readonly Column<KubeObject>[],
  objects: readonly KubeObject[],
  wide = false,
): string => printTable(columns, objects, { now: 90_000, wide });

/** What `get` prints of one object of a kind, such as `apps/v1/deployments`, a minute and a half after its creation. */
export const printed = (kind: string, yaml: string): string =>
  printedWith(schemaKindColumns[kind] ?? [], [created(yaml)]);

/** The same with `-o wide`. */
export const printedWide = (kind: string, yaml: string): string =>
  printedWith(schemaKindColumns[kind] ?? [], [created(yaml)], true);
