import { expect } from 'chai';
import type { KubeObject } from '../../object';
import { anyDescription } from './anything';
import { fieldTitle } from './fieldTitle';

const metadata = {
  name: 'nightly',
  namespace: 'shop',
  uid: 'b-1',
  resourceVersion: '7',
  creationTimestamp: '2026-01-01T00:00:00Z',
};

const described = (rest: object): string => {
  const object: KubeObject = { apiVersion: 'example.com/v1', kind: 'Backup', metadata, ...rest };
  return anyDescription.text(object, {}, { events: undefined, now: 0 });
};

const started = {
  type: 'Normal',
  reason: 'Started',
  message: 'Successfully assigned',
  source: { component: 'default-scheduler' },
  count: 1,
  firstTimestamp: '2026-01-01T00:00:00Z',
  lastTimestamp: '2026-01-01T00:00:00Z',
} as const;

/** The lines of a field at the top, without the metadata before it. */
const spec = (value: unknown): string => described({ spec: value }).replace(/^[\s\S]*\n(?=Spec:)/, '');

describe('The description of any object', () => {
  it('begins with its metadata and ends with what happened to it', () => {
    const object = {
      apiVersion: 'example.com/v1',
      kind: 'Backup',
      metadata: { ...metadata, labels: { app: 'db' }, finalizers: ['example.com/tape'], managedFields: [{}] },
      spec: { keep: 7 },
      status: {},
    };
    expect(anyDescription.text(object, {}, { events: [started], now: 30_000 })).to.equal(
      `Name:         nightly
Namespace:    shop
Labels:       app=db
Annotations:  <none>
API Version:  example.com/v1
Kind:         Backup
Metadata:
  Creation Timestamp:  2026-01-01T00:00:00Z
  Finalizers:
    example.com/tape
  Resource Version:  7
  UID:               b-1
Spec:
  Keep:  7
Status:
Events:
  Type    Reason   Age   From               Message
  ----    ------   ----  ----               -------
  Normal  Started  30s   default-scheduler  Successfully assigned
`,
    );
  });

  it('shows fields by name, maps below each other, and the items of lists without a sign between them', () => {
    const value = {
      paused: false,
      keep: 0,
      ratio: 0.5,
      nothing: null,
      missing: undefined,
      volumes: [{ name: 'a', size: '1Gi' }, { name: 'b' }, 'c', 3, null],
      empty: {},
      none: [],
      template: { metadata: { name: 'inner', labels: { 'app.kubernetes.io/name': 'db' } } },
    };
    expect(spec(value)).to.equal(
      `Spec:
  Empty:
  Keep:  0
  None:
  Nothing:  <nil>
  Paused:   false
  Ratio:    0.5
  Template:
    Metadata:
      Labels:
        app.kubernetes.io/name:  db
      Name:                      inner
  Volumes:
    Name:  a
    Size:  1Gi
    Name:  b
    c
    3
    <nil>
`,
    );
  });

  it('shows lists within lists as Go does', () => {
    const value = [['a', 'b'], [{ x: 1, y: [null] }], []];
    expect(spec({ matrix: value })).to.equal(
      'Spec:\n  Matrix:\n    [a b]\n    [map[x:1 y:[<nil>]]]\n    []\n',
    );
  });

  it('shows fractions beyond a million and below a ten-thousandth as Go does', () => {
    const value = { small: 0.000012, large: 1234567.5, middle: 999999.5, whole: 12345678 };
    expect(spec(value)).to.equal(
      'Spec:\n  Large:   1.2345675e+06\n  Middle:  999999.5\n  Small:   1.2e-05\n  Whole:   12345678\n',
    );
  });

  it('keeps the lines of a text, and shows what would steer a terminal', () => {
    expect(spec({ script: 'one\n\ttwo\r\u001b[31m' })).to.equal(
      'Spec:\n  Script:  one\n           two\\r^[[31m\n',
    );
  });
});

describe('The title of a field', () => {
  const titles = {
    creationTimestamp: 'Creation Timestamp',
    simpleField: 'Simple Field',
    apiVersion: 'API Version',
    uid: 'UID',
    kubeAPI: 'Kube API',
    apiURL: 'API URL',
    urlPath: 'URL Path',
    clusterIP: 'Cluster IP',
    clusterIPs: 'Cluster I Ps',
    respectPDBs: 'Respect PDBs',
    HTTPSProxy: 'HTTPSProxy',
    hostIPCMode: 'Host IPCMode',
    'last-run': 'Last - Run',
    ipv4: 'ipv4',
    'app.kubernetes.io/name': 'app.kubernetes.io/name',
    openAPIV3Schema: 'openAPIV3Schema',
    '': '',
  };
  for (const [name, title] of Object.entries(titles)) {
    it(`of "${name}"`, () => expect(fieldTitle(name)).to.equal(title));
  }
});
