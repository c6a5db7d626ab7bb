import type { Kind } from '../../../kubernetes/kinds/kind';
import type { Kinds } from '../../../kubernetes/kinds/kinds';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Scope } from '../../../kubernetes/wire/apply/managers/changes';
import { type FieldSet, NO_FIELDS, setOfPaths } from '../../../kubernetes/wire/apply/sets/fieldSet';
import { fieldStep } from '../../../kubernetes/wire/apply/sets/steps';
import { shapeOfDefinition } from '../../../kubernetes/wire/apply/typed/schemaShapes';
import type { Shape } from '../../../kubernetes/wire/apply/typed/shape';
import { shapeOfStructure } from '../../../kubernetes/wire/apply/typed/structuralShapes';
import { definitionOf } from '../../../kubernetes/wire/schema/schema';

const fields = (...paths: readonly string[]): FieldSet =>
  setOfPaths(...paths.map((path) => path.split('.').map(fieldStep)));

const STATUS = fields('status');
const SPEC = fields('spec');
const SPEC_AND_METADATA = fields('spec', 'metadata');

/**
 * What a write of the status leaves alone, where it is more than the spec.
 * @see k8s.io/kubernetes/pkg/registry GetResetFields of each kind's strategies
 */
const BESIDE_THE_STATUS: Readonly<Record<string, FieldSet>> = {
  'apps/deployments': fields('spec', 'metadata.labels'),
  '/pods': fields('spec', 'metadata.deletionTimestamp', 'metadata.ownerReferences'),
  'admissionregistration.k8s.io/validatingadmissionpolicies': SPEC_AND_METADATA,
  'apiregistration.k8s.io/apiservices': SPEC_AND_METADATA,
  'certificates.k8s.io/certificatesigningrequests': fields('spec', 'status.conditions'),
  'flowcontrol.apiserver.k8s.io/flowschemas': SPEC_AND_METADATA,
  'flowcontrol.apiserver.k8s.io/prioritylevelconfigurations': SPEC_AND_METADATA,
  'networking.k8s.io/servicecidrs': SPEC_AND_METADATA,
  'resource.k8s.io/resourceclaims': SPEC_AND_METADATA,
  'storage.k8s.io/volumeattachments': SPEC_AND_METADATA,
};

/** What any other write leaves alone, where it is not the status. */
const BESIDE_THE_SPEC: Readonly<Record<string, FieldSet>> = {
  'certificates.k8s.io/certificatesigningrequests': fields('spec', 'status'),
  'networking.k8s.io/servicecidrs': NO_FIELDS,
};

const ignoredBy = (kind: Kind, subresource: string | undefined): FieldSet => {
  const name = `${kind.group}/${kind.plural}`;
  if (subresource === 'status') return BESIDE_THE_STATUS[name] ?? (kind.schema ? SPEC_AND_METADATA : SPEC);
  return BESIDE_THE_SPEC[name] ?? (kind.hasStatus ? STATUS : NO_FIELDS);
};

/** How objects of a kind look. */
const shapeOf = (kind: Kind): Shape => {
  const definition = kind.schema ? undefined : definitionOf(kind);
  return definition ? shapeOfDefinition(definition) : shapeOfStructure(kind.schema);
};

/** What is to be known of each kind, and of each of its parts that are written on their own. */
export class Scopes {
  readonly #kinds: Kinds;
  readonly #scopes = new Map<ResourceType, Map<string, Scope>>();

  constructor(kinds: Kinds) {
    this.#kinds = kinds;
  }

  of(kind: Kind, subresource: string | undefined): Scope {
    let scopes = this.#scopes.get(kind);
    if (scopes === undefined) {
      scopes = new Map();
      this.#scopes.set(kind, scopes);
    }
    let scope = scopes.get(subresource ?? '');
    if (scope === undefined) {
      scope = this.#scope(kind, subresource);
      scopes.set(subresource ?? '', scope);
    }
    return scope;
  }

  /** A kind may be defined anew: its schema is asked for each time. */
  #scope(kind: Kind, subresource: string | undefined): Scope {
    return {
      get apiVersion() {
        return kind.apiVersion;
      },
      kind: kind.kind,
      isDefined: kind.schema !== undefined,
      shape: (apiVersion) => {
        if (apiVersion === kind.apiVersion) return shapeOf(kind);
        const other = this.#kinds.of({ apiVersion, kind: kind.kind });
        return other?.group === kind.group ? shapeOf(other) : undefined;
      },
      get ignored() {
        return ignoredBy(kind, subresource);
      },
    };
  }
}
