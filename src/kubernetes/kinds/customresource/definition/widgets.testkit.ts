import type { KubeObject, Manifest } from '../../../object';
import { readManifests } from '../../../wire/manifests';
import { decodeStrictly } from '../../../wire/schema/decode';
import type { CustomResourceDefinition, DefinitionSpec, Version } from './definition';
import { defaultDefinition, prepareDefinition } from './prepare';

/** As a generator of operators writes it. */
const TEXT = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { plural: widgets, kind: Widget, shortNames: [wd], categories: [all] }
  versions:
    - name: v1
      served: true
      storage: true
      subresources:
        status: {}
        scale: { specReplicasPath: .spec.size, statusReplicasPath: .status.size }
      additionalPrinterColumns:
        - { name: Size, type: integer, jsonPath: .spec.size }
        - { name: Age, type: date, jsonPath: .metadata.creationTimestamp }
      schema:
        openAPIV3Schema:
          type: object
          required: [spec]
          description: A widget.
          properties:
            apiVersion: { type: string }
            kind: { type: string }
            metadata: { type: object }
            spec:
              type: object
              required: [colour]
              properties:
                size: { type: integer, format: int32, minimum: 0, default: 1 }
                colour: { type: string, enum: [red, green] }
                limit: { anyOf: [{ type: integer }, { type: string }], x-kubernetes-int-or-string: true }
                options: { type: object, additionalProperties: { type: string } }
              x-kubernetes-validations: [{ rule: self.size < 10 }]
            status:
              type: object
              x-kubernetes-preserve-unknown-fields: true
`;

/** The manifest of a definition with other fields in its spec, or in its only version. */
export const manifestOf = (spec: Partial<DefinitionSpec> = {}, version: Partial<Version> = {}): Manifest => {
  const [{ manifest }] = readManifests(TEXT, 'widgets.yaml').manifests as unknown as [
    { manifest: CustomResourceDefinition },
  ];
  const [only] = manifest.spec.versions as readonly [Version];
  return {
    ...manifest,
    spec: { ...manifest.spec, versions: [{ ...only, ...version }], ...spec },
  } as unknown as Manifest;
};

/** A definition as the API server validates it. */
export const readied = (manifest: Manifest): CustomResourceDefinition => {
  const decoded = decodeStrictly(manifest);
  const metadata = {
    ...decoded.metadata,
    uid: 'u',
    resourceVersion: '7',
    creationTimestamp: '2026-01-01T00:00:00Z',
  };
  const object = { ...decoded, metadata } as unknown as KubeObject as CustomResourceDefinition;
  return prepareDefinition(defaultDefinition(object));
};

/** The definition of widgets with other fields in its spec, or in its only version. */
export const widgets = (
  spec: Partial<DefinitionSpec> = {},
  version: Partial<Version> = {},
): CustomResourceDefinition => readied(manifestOf(spec, version));
