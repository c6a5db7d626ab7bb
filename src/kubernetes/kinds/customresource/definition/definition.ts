import type { KubeObject } from '../../../object';
import type { PrinterColumn, ScalePaths } from '../../../resourceType';
import type { Structural } from '../../../wire/structural/structural';

/** What a custom kind is called. */
export interface Names {
  readonly plural: string;
  readonly singular?: string;
  readonly kind: string;
  readonly listKind?: string;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
}

export interface Subresources {
  readonly status?: Readonly<Record<string, never>>;
  readonly scale?: ScalePaths;
}

export interface Version {
  readonly name: string;
  readonly served: boolean;
  readonly storage: boolean;
  readonly deprecated?: boolean;
  readonly deprecationWarning?: string;
  readonly schema?: { readonly openAPIV3Schema?: Structural };
  readonly subresources?: Subresources;
  readonly additionalPrinterColumns?: readonly PrinterColumn[];
  readonly selectableFields?: readonly { readonly jsonPath: string }[];
}

export interface Conversion {
  readonly strategy?: string;
  readonly webhook?: Readonly<Record<string, unknown>>;
}

export interface DefinitionSpec {
  readonly group: string;
  readonly names: Names;
  readonly scope: string;
  readonly versions: readonly Version[];
  readonly conversion?: Conversion;
  readonly preserveUnknownFields?: boolean;
}

export interface DefinitionCondition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly lastTransitionTime?: string | null;
  readonly reason?: string;
  readonly message?: string;
}

export interface DefinitionStatus {
  readonly acceptedNames: Names;
  /** Null as long as there are none. */
  readonly conditions: readonly DefinitionCondition[] | null;
  readonly storedVersions: readonly string[] | null;
}

/** Defines a custom kind. */
export interface CustomResourceDefinition extends KubeObject {
  readonly spec: DefinitionSpec;
  readonly status: DefinitionStatus;
}

/** The condition of a type that a definition has, if it has one. */
export const conditionOf = (
  { status }: CustomResourceDefinition,
  type: string,
): DefinitionCondition | undefined => status.conditions?.find((condition) => condition.type === type);

/** True once the API server serves what a definition defines. */
export const isEstablished = (definition: CustomResourceDefinition): boolean =>
  conditionOf(definition, 'Established')?.status === 'True';
