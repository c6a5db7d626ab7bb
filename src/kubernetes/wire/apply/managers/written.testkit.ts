import type { KubeObject, ManagedFieldsEntry, Manifest } from '../../../object';
import { ApiError } from '../../../refusals';
import { definitionOf } from '../../schema/schema';
import { pathsOf, setOfPaths } from '../sets/fieldSet';
import { fieldStep, printPath } from '../sets/steps';
import { shapeOfDefinition } from '../typed/schemaShapes';
import { applied } from './apply';
import type { Scope } from './changes';
import { entriesAfterUpdate } from './update';

/** A built-in kind. */
export const scopeOf = (apiVersion: string, kind: string): Scope => ({
  apiVersion,
  kind,
  isDefined: false,
  shape: (version) => {
    const definition = version === apiVersion ? definitionOf({ apiVersion, kind }) : undefined;
    return definition && shapeOfDefinition(definition);
  },
  ignored: setOfPaths([fieldStep('status')]),
});

export const SETS = scopeOf('apps/v1', 'DaemonSet');
export const MAPS = scopeOf('v1', 'ConfigMap');
export const [NOON, LATER] = ['2026-01-01T12:00:00Z', '2026-01-01T13:00:00Z'];

/** An object that is written again and again. */
export class Written {
  object: KubeObject | undefined;
  readonly #scope: Scope;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  apply(manager: string, content: object, options: { force?: boolean; time?: string } = {}): this {
    const { force, time = NOON } = options;
    const { apiVersion, kind } = this.#scope;
    const config = { apiVersion, kind, metadata: { name: 'a' }, ...content } as Manifest;
    const { object, managedFields } = applied(
      { live: this.object, config, manager, force, time },
      this.#scope,
    );
    return this.#store(object, managedFields);
  }

  update(manager: string, change: (object: Manifest) => object, time = NOON, subresource?: string): this {
    const { apiVersion, kind } = this.#scope;
    const now = this.object ?? ({ apiVersion, kind, metadata: { name: 'a' } } as Manifest);
    const next = { ...now, ...change(now as Manifest) } as Manifest;
    const writer = {
      manager,
      operation: 'Update',
      apiVersion,
      ...(subresource ? { subresource } : {}),
    } as const;
    return this.#store(next, entriesAfterUpdate({ live: this.object, next, writer, time }, this.#scope));
  }

  #store(object: Manifest, managedFields: readonly ManagedFieldsEntry[] | undefined): this {
    this.object = { ...object, metadata: { ...object.metadata, managedFields } } as KubeObject;
    return this;
  }

  get entries(): readonly ManagedFieldsEntry[] {
    return this.object?.metadata.managedFields ?? [];
  }

  /** Whose is what: `Apply kubectl: .data.a`. */
  get owned(): readonly string[] {
    return this.entries.map(({ operation, manager, fieldsV1 }) => {
      const paths = pathsOf(fieldsV1 ?? {}).map(printPath);
      return `${operation} ${manager}: ${paths.join(' ')}`;
    });
  }
}

/** The content of a config map. */
export const data = (values: Record<string, string>) => ({ data: values });
/** The containers of a daemon set's pods. */
export const pods = (...containers: readonly object[]) => ({ spec: { template: { spec: { containers } } } });
/** What a call is refused with. */
export const refusal = (run: () => unknown): ApiError => {
  try {
    run();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('it was not refused');
};
