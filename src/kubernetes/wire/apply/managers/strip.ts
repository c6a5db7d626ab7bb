import { difference, type FieldSet, setOfPaths } from '../sets/fieldSet';
import { fieldStep } from '../sets/steps';

const OF_METADATA = [
  'name',
  'namespace',
  'creationTimestamp',
  'selfLink',
  'uid',
  'clusterName',
  'generation',
  'managedFields',
  'resourceVersion',
];

const NOBODYS = setOfPaths(
  ...['apiVersion', 'kind', 'metadata'].map((field) => [fieldStep(field)]),
  ...OF_METADATA.map((field) => [fieldStep('metadata'), fieldStep(field)]),
);

/**
 * Leaves out the fields that nobody owns: what an object is, and what the server alone says.
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal stripMetaManager
 */
export const stripped = (fields: FieldSet): FieldSet => difference(fields, NOBODYS);
