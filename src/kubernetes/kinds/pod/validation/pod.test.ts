import { expect } from 'chai';
import { container, type Fields, stored, wrong } from '../../objects.testkit';
import { pods } from '../kind';
import type { Pod } from '../pod';

/** A pod in order, but for these fields. */
const pod = (spec: Fields = {}, metadata: Fields = {}): Pod =>
  stored(pods, { spec: { containers: [container], ...spec } }, metadata);

describe('a new pod', () => {
  const cases: readonly (readonly [what: string, given: Pod, ...expected: readonly string[]])[] = [
    ['in order', pod()],
    [
      'a pod on the host network without a port of the host is given one',
      pod({ hostNetwork: true, containers: [{ ...container, ports: [{ containerPort: 80 }] }] }),
    ],
    [
      'a padded image in a pod',
      pod({ containers: [{ ...container, image: ' agent' }] }),
      'spec.containers[0].image: Invalid value: " agent": must not have leading or trailing whitespace',
    ],
    [
      'an image volume of a pod without an image',
      pod({ volumes: [{ name: 'tools', image: {} }] }),
      'spec.volumes[0].image.reference: Required value',
    ],
  ];
  for (const [what, given, ...expected] of cases) {
    it(what, () => expect(wrong(pods.validateCreate(given))).to.deep.equal(expected));
  }

  it('has its containers looked at again when the volumes they mount are others', () => {
    const containers = [{ ...container, volumeMounts: [{ name: 'data', mountPath: '/data' }] }];
    const good = pod({ containers, volumes: [{ name: 'data', emptyDir: {} }] });
    expect(pods.validateCreate(good)).to.deep.equal([]);
    const { volumes: _, ...spec } = good.spec;
    expect(wrong(pods.validateCreate({ ...good, spec }))).to.deep.equal([
      'spec.containers[0].volumeMounts[0].name: Not found: "data"',
    ]);
  });
});

describe('a changed pod', () => {
  it('gets no finalizers while it is being deleted', () => {
    const going = { deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['x.io/a'] };
    const next = pod({}, { ...going, finalizers: ['x.io/a', 'x.io/b'] });
    expect(wrong(pods.validateUpdate(next, pod({}, going)))).to.deep.equal([
      'metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"x.io/b"}',
    ]);
  });

  it('may have another image and more tolerations, nothing else', () => {
    const toleration = { key: 'a', operator: 'Exists' };
    const current = pod({ tolerations: [toleration] });
    const image = [{ ...container, image: 'b:1' }];
    const changed = (spec: Fields) => wrong(pods.validateUpdate(pod(spec), current));
    expect(
      changed({ containers: image, tolerations: [toleration, { ...toleration, key: 'b' }] }),
    ).to.deep.equal([]);
    expect(changed({ tolerations: [] })).to.deep.equal([
      'spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds',
    ]);
    expect(changed({ tolerations: [toleration], nodeName: 'n' })[0]).to.match(
      /^spec: Forbidden: pod updates may not change fields other than `spec.containers\[\*\].image`,`spec.initContainers/,
    );
    const two = [container, { ...container, name: 'other' }];
    expect(changed({ tolerations: [toleration], containers: two })).to.deep.equal([
      'spec.containers: Forbidden: pod updates may not add or remove containers',
    ]);
  });

  it('says which fields differ, old and new', () => {
    expect(wrong(pods.validateUpdate(pod({ nodeName: 'n' }), pod()))[0]).to.match(
      /\n- nodeName: undefined\n\+ nodeName: "n"$/,
    );
  });

  it('may have a negative grace period made one second', () => {
    const current = pod({ terminationGracePeriodSeconds: -1 });
    expect(pods.validateUpdate(pod({ terminationGracePeriodSeconds: 1 }), current)).to.deep.equal([]);
    expect(pods.validateUpdate(pod({ terminationGracePeriodSeconds: 5 }), current)).to.have.length(1);
  });
});
