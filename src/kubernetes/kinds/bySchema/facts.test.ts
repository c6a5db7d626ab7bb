import { expect } from 'chai';
import { KUBERNETES } from '../../release';
import { definitionNamed } from '../../wire/schema/schema';
import type { Kind } from '../kind';
import { Kinds } from '../kinds';
import { resources } from '../resources';
import { servedKinds } from '../served';
import { coreDefaults } from './defaults/core';
import { otherDefaults } from './defaults/others';
import { workloadDefaults } from './defaults/workloads';
import { facts } from './facts';
import { admissionRules } from './rules/admission';
import { autoscalingRules } from './rules/autoscaling';
import { networkingRules } from './rules/networking';
import { otherRules } from './rules/others';
import { serviceRules } from './rules/services';
import { volumeRules } from './rules/volumes';
import { workloadRules } from './rules/workloads';
import { updateRules } from './updates';

/** Rooms that leave the rules to the schema. */
const bySchema: readonly Kind[] = [resources.limitranges, resources.runtimeclasses];

const rooms = new Kinds<Kind>(Object.values<Kind>(resources).filter((kind) => !bySchema.includes(kind)));

/** A kind with rules of its own, or one that is never stored. */
const isElsewhere = (kind: (typeof servedKinds)[number]): boolean =>
  rooms.of(kind) !== undefined || kind.kind === 'CustomResourceDefinition' || kind.verbs.join() === 'create';

describe('facts about kinds', () => {
  const listed = Object.keys(facts);
  const served = servedKinds
    .filter((kind) => !isElsewhere(kind))
    .map((kind) => `${kind.apiVersion} ${kind.kind}`);

  it(`are there for every kind that Kubernetes ${KUBERNETES.release} serves: read a new kind’s strategy and list it`, () => {
    expect(served.filter((kind) => !listed.includes(kind))).to.deep.equal([]);
  });

  it('are there for no others', () => {
    expect(listed.filter((kind) => !served.includes(kind))).to.deep.equal([]);
    expect(Object.keys(updateRules).filter((kind) => !served.includes(kind))).to.deep.equal([]);
  });

  it('and rules and defaults are about types that there are', () => {
    const types = [
      coreDefaults,
      otherDefaults,
      workloadDefaults,
      admissionRules,
      autoscalingRules,
      networkingRules,
      otherRules,
      serviceRules,
      volumeRules,
      workloadRules,
    ].flatMap((each) => Object.keys(each));
    expect(types.filter((name) => definitionNamed(name) === undefined)).to.deep.equal([]);
  });
});
