import { expect } from 'chai';
import { validateUpdate } from './validation';
import { container, daemonSet, type Fields, inDefault, pod, stored, wrong } from './validation.testkit';

describe('validateUpdate', () => {
  it('keeps a daemon set’s selector, and prints it in Go’s order', () => {
    const current = daemonSet();
    const selector = {
      matchExpressions: [{ key: 'app', operator: 'In', values: ['agent'] }],
      matchLabels: { app: 'agent' },
    };
    expect(wrong(validateUpdate(daemonSet({}, { selector }), current))).to.deep.equal([
      'spec.selector: Invalid value: {"matchLabels":{"app":"agent"},"matchExpressions":[{"key":"app","operator":"In","values":["agent"]}]}: field is immutable',
    ]);
  });

  it('prints a selector that is gone as Go prints a pointer to nothing', () => {
    expect(wrong(validateUpdate(daemonSet({}, { selector: undefined }), daemonSet())).at(-1)).to.equal(
      'spec.selector: Invalid value: "null": field is immutable',
    );
  });

  it('lets a daemon set’s template change', () => {
    expect(
      validateUpdate(daemonSet({ containers: [{ ...container, image: 'b' }] }), daemonSet()),
    ).to.deep.equal([]);
  });

  it('keeps name, namespace and uid, and asks for a resource version', () => {
    const current = daemonSet();
    const next = { ...current, metadata: { ...current.metadata, uid: 'u-2', resourceVersion: '' } };
    expect(wrong(validateUpdate(next, current))).to.deep.equal([
      'metadata.resourceVersion: Invalid value: "": must be specified for an update',
      'metadata.uid: Invalid value: "u-2": field is immutable',
    ]);
  });

  it('adds no finalizers to what is being deleted', () => {
    const going = { deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['x.io/a'] };
    const current = pod({}, going);
    const next = pod({}, { ...going, finalizers: ['x.io/a', 'x.io/b'] });
    expect(wrong(validateUpdate(next, current))).to.deep.equal([
      'metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"x.io/b"}',
    ]);
  });

  it('lets a pod’s image change and tolerations be added, nothing else', () => {
    const toleration = { key: 'a', operator: 'Exists' };
    const current = pod({ tolerations: [toleration] });
    const image = [{ ...container, image: 'b:1' }];
    expect(
      validateUpdate(
        pod({ containers: image, tolerations: [toleration, { ...toleration, key: 'b' }] }),
        current,
      ),
    ).to.deep.equal([]);
    expect(wrong(validateUpdate(pod({ tolerations: [] }), current))).to.deep.equal([
      'spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds',
    ]);
    expect(wrong(validateUpdate(pod({ tolerations: [toleration], nodeName: 'n' }), current))[0]).to.match(
      /^spec: Forbidden: pod updates may not change fields other than `spec.containers\[\*\].image`,`spec.initContainers/,
    );
    const two = [container, { ...container, name: 'other' }];
    expect(wrong(validateUpdate(pod({ tolerations: [toleration], containers: two }), current))).to.deep.equal(
      ['spec.containers: Forbidden: pod updates may not add or remove containers'],
    );
  });

  it('lets a negative grace period become one second', () => {
    const current = pod({ terminationGracePeriodSeconds: -1 });
    expect(validateUpdate(pod({ terminationGracePeriodSeconds: 1 }), current)).to.deep.equal([]);
    expect(validateUpdate(pod({ terminationGracePeriodSeconds: 5 }), current)).to.have.length(1);
  });

  it('keeps a revision’s data', () => {
    const revision = (data: unknown) =>
      stored('apps/v1', 'ControllerRevision', { revision: 1, data }, inDefault);
    expect(wrong(validateUpdate(revision({ b: 1, a: '<' }), revision({ a: 1 })))).to.deep.equal([
      'data: Invalid value: {"b":1,"a":"\\u003c"}: field is immutable',
    ]);
  });

  it('refuses a negative count in a daemon set’s status', () => {
    const current = daemonSet() as unknown as Fields;
    const next = { ...current, status: { ...(current.status as Fields), numberReady: -1 } };
    expect(wrong(validateUpdate(next as never, current as never, 'status'))).to.deep.equal([
      'status.numberReady: Invalid value: -1: must be greater than or equal to 0',
    ]);
  });

  it('keeps the role of a binding', () => {
    const binding = (name: string) =>
      stored(
        'rbac.authorization.k8s.io/v1',
        'RoleBinding',
        { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name } },
        inDefault,
      );
    expect(wrong(validateUpdate(binding('b'), binding('a')))).to.deep.equal([
      'roleRef: Invalid value: {"APIGroup":"rbac.authorization.k8s.io","Kind":"Role","Name":"b"}: cannot change roleRef',
    ]);
  });

  it('keeps the value of a priority class', () => {
    const priority = (value: number) => stored('scheduling.k8s.io/v1', 'PriorityClass', { value });
    expect(wrong(validateUpdate(priority(2), priority(1)))).to.deep.equal([
      'value: Forbidden: may not be changed in an update.',
    ]);
  });
});
