import type { FieldCause } from '../../refusals';
import { rulesOfCustomKind } from '../customresource/rules';
import { defineKind } from '../kind';
import { SECURITY_GROUP, type SecurityContextConstraints } from './constraints';
import { defaultConstraints } from './defaults';
import { columnsOfConstraints, schemaOfConstraints } from './schema';
import { validateConstraints } from './validation';

const facts = {
  apiVersion: `${SECURITY_GROUP}/v1`,
  kind: 'SecurityContextConstraints',
  plural: 'securitycontextconstraints',
  singular: 'securitycontextconstraints',
  shortNames: ['scc'],
  namespaced: false,
  printerColumns: columnsOfConstraints,
} as const;

const rules = rulesOfCustomKind({
  subresources: [],
  namespaced: false,
  schema: schemaOfConstraints,
  scale: undefined,
  selectablePaths: [],
});

/** What is wrong with a constraint. Its own rules are asked once it fits the schema. */
const checked = (
  bySchema: readonly FieldCause[],
  constraints: SecurityContextConstraints,
): readonly FieldCause[] => (bySchema.length > 0 ? bySchema : validateConstraints(constraints));

/**
 * Security context constraints. OpenShift defines the kind by a CustomResourceDefinition, and adds defaults and
 * validation of its own by admission. Plain Kubernetes does not serve it.
 */
export const securitycontextconstraints = defineKind<SecurityContextConstraints>({
  ...facts,
  ...rules,
  defaults: (constraints) => rules.defaults(defaultConstraints(constraints)),
  validateCreate: (constraints) => checked(rules.validateCreate(constraints), constraints),
  validateUpdate: (next, current) => checked(rules.validateUpdate(next, current), next),
});
