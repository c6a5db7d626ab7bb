import type { Verb } from '../verb';
import { apply } from './apply';
import { canI } from './canI';
import { cordon, uncordon } from './cordon';
import { create, createNamespace } from './create';
import { createBindings } from './createBinding';
import { createRoles } from './createRole';
import { createServiceAccount } from './createServiceAccount';
import { remove } from './delete';
import { describe } from './describe';
import { drain } from './drain';
import { get } from './get';
import { annotate, label } from './label';
import { patch } from './patch';
import { policies } from './policy';
import { constraintPolicies } from './policyConstraints';
import { admNewProject, newProject, project, whoami } from './project';
import { replace } from './replace';
import { rolloutHistory, rolloutRestart, rolloutUndo } from './rollout';
import { rolloutPauses } from './rolloutPause';
import { rolloutStatus } from './rolloutStatus';
import { run } from './run';
import { scale } from './scale';
import { setImage } from './setImage';
import { taint } from './taint';
import { wait } from './wait';

const common: readonly Verb[] = [
  create,
  createNamespace,
  { ...createNamespace, name: 'create ns' },
  ...createBindings,
  createServiceAccount,
  { ...createServiceAccount, name: 'create sa' },
  run,
  replace,
  apply,
  get,
  describe,
  patch,
  label,
  annotate,
  remove,
  rolloutStatus,
  rolloutHistory,
  rolloutUndo,
  rolloutRestart,
  ...rolloutPauses,
  setImage,
  cordon,
  uncordon,
  drain,
  taint,
  scale,
  wait,
  canI,
];

const onlyOc: readonly Verb[] = [
  newProject,
  project,
  whoami,
  admNewProject,
  ...policies,
  ...constraintPolicies,
  ...[cordon, uncordon, drain, taint].map((verb) => ({ ...verb, name: `adm ${verb.name}` })),
];

/** What each of the two programs can do. */
export const verbsOf: Readonly<Record<'kubectl' | 'oc', readonly Verb[]>> = {
  kubectl: [...common, ...createRoles.kubectl],
  oc: [...common, ...createRoles.oc, ...onlyOc],
};
