import { expect } from 'chai';
import type { KubeObject, Manifest } from '../../object';
import { computeApplyPatch } from '.';

type Fields = Record<string, unknown>;

const object = (apiVersion: string, kind: string, fields: Fields) =>
  ({ apiVersion, kind, metadata: { name: 'a' }, ...fields }) as unknown as Manifest & KubeObject;

const service = (spec: Fields) => object('v1', 'Service', { spec });
const pods = (spec: Fields) => object('apps/v1', 'DaemonSet', { spec: { template: { spec } } });
const gadget = (spec: Fields) => object('example.com/v1', 'Gadget', { spec });

const inPods = (spec: Fields) => ({ spec: { template: { spec } } });

describe('what apply sends', () => {
  const dns = [
    { name: 'dns', port: 53, protocol: 'UDP' },
    { name: 'dns-tcp', port: 53, protocol: 'TCP' },
  ];

  it('is nothing where two ports have one number, and stand as they stood', () => {
    const wanted = service({ ports: dns });
    expect(computeApplyPatch(wanted, wanted, service({ ports: dns, type: 'ClusterIP' }))).to.deep.equal({});
  });

  it('takes a new port for the one that had its number, as kubectl does', () => {
    const patch = computeApplyPatch(
      service({ ports: [dns[0]] }),
      service({ ports: dns }),
      service({ ports: [dns[0]] }),
    );
    expect(patch).to.deep.equal({
      spec: {
        ports: [dns[1], dns[0]],
        '$setElementOrder/ports': [{ port: 53 }, { port: 53 }],
      },
    });
  });

  it('says which fields of a volume stay where the server has more of them', () => {
    const wanted = pods({ volumes: [{ name: 'run' }] });
    expect(
      computeApplyPatch(wanted, wanted, pods({ volumes: [{ name: 'run', emptyDir: {} }] })),
    ).to.deep.equal(
      inPods({
        volumes: [{ name: 'run', $retainKeys: ['name'] }],
        '$setElementOrder/volumes': [{ name: 'run' }],
      }),
    );
  });

  it('says the order where the server has items more', () => {
    const wanted = object('v1', 'ServiceAccount', { secrets: [{ name: 'mine' }] });
    const live = object('v1', 'ServiceAccount', { secrets: [{ name: 'mine' }, { name: 'theirs' }] });
    expect(computeApplyPatch(wanted, wanted, live)).to.deep.equal({
      '$setElementOrder/secrets': [{ name: 'mine' }],
    });
  });

  it('says again what the server does not keep', () => {
    const wanted = pods({ hostNetwork: false });
    expect(computeApplyPatch(wanted, wanted, pods({}))).to.deep.equal(inPods({ hostNetwork: false }));
  });

  it('changes and removes within one item, and keeps the order of the file', () => {
    const patch = computeApplyPatch(
      pods({
        containers: [{ name: 'b', image: 'b:1', tty: true }, { name: 'a', image: 'a:1' }, { name: 'c' }],
      }),
      pods({
        containers: [
          { name: 'b', image: 'b:1' },
          { name: 'a', image: 'a:2' },
        ],
      }),
      pods({
        containers: [{ name: 'b', image: 'b:1', tty: true }, { name: 'a', image: 'a:1' }, { name: 'c' }],
      }),
    );
    expect(patch).to.deep.equal(
      inPods({
        containers: [
          { name: 'b', tty: null },
          { name: 'a', image: 'a:2' },
          { name: 'c', $patch: 'delete' },
        ],
        '$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }],
      }),
    );
  });

  it('makes nothing of a null in a custom resource, but a removal where there was a value', () => {
    const wanted = gadget({ size: null, parts: { wheel: null } });
    expect(computeApplyPatch(wanted, wanted, gadget({ colour: 'red' }))).to.deep.equal({});
    expect(computeApplyPatch(gadget({ size: 3 }), wanted, gadget({ size: 3 }))).to.deep.equal({
      spec: { size: null, parts: { wheel: null } },
    });
  });
});
