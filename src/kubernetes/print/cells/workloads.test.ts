import { expect } from 'chai';
import { printed, printedWide } from './printed.testkit';

const DEPLOYMENT = `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
    matchExpressions:
      - { key: tier, operator: In, values: [front, edge] }
  template:
    metadata:
      labels: { app: web, tier: front }
    spec:
      containers:
        - name: nginx
          image: nginx:1.27
        - name: exporter
          image: registry.example.com/exporter:0.4
`;

describe('The columns of workloads', () => {
  it('of a deployment that nobody acts on', () => {
    expect(printed('apps/v1/deployments', DEPLOYMENT)).to.equal(
      'NAME   READY   UP-TO-DATE   AVAILABLE   AGE\nweb    0/3     0            0           90s\n',
    );
  });

  it('of a deployment that names no number of replicas, and has one ready', () => {
    const yaml = `
metadata: { name: web }
status: { readyReplicas: 1, updatedReplicas: 1, availableReplicas: 1 }
`;
    expect(printed('apps/v1/deployments', yaml)).to.equal(
      'NAME   READY   UP-TO-DATE   AVAILABLE   AGE\nweb    1/1     1            1           90s\n',
    );
  });

  it('of a deployment in full', () => {
    expect(printedWide('apps/v1/deployments', DEPLOYMENT)).to.equal(
      'NAME   READY   UP-TO-DATE   AVAILABLE   AGE   CONTAINERS       IMAGES                                         SELECTOR\n' +
        'web    0/3     0            0           90s   nginx,exporter   nginx:1.27,registry.example.com/exporter:0.4   app=web,tier in (edge,front)\n',
    );
    expect(printedWide('apps/v1/deployments', 'metadata: { name: web }\nspec: { selector: {} }')).to.match(
      /90s +\n$/,
    );
  });

  it('of a deployment that selects by one kind of requirement', () => {
    const selecting = (selector: string): string =>
      printedWide('apps/v1/deployments', `metadata: { name: web }\nspec: { selector: ${selector} }`);
    expect(selecting('{ matchLabels: { app: web } }')).to.match(/ app=web\n$/);
    expect(selecting('{ matchExpressions: [{ key: app, operator: Exists }] }')).to.match(/ app\n$/);
  });

  it('of a replica set', () => {
    expect(printedWide('apps/v1/replicasets', DEPLOYMENT)).to.equal(
      'NAME   DESIRED   CURRENT   READY   AGE   CONTAINERS       IMAGES                                         SELECTOR\n' +
        'web    3         0         0       90s   nginx,exporter   nginx:1.27,registry.example.com/exporter:0.4   app=web,tier in (edge,front)\n',
    );
  });

  it('of a replica set that runs', () => {
    const running = 'spec: { replicas: 4 }\nstatus: { replicas: 3, readyReplicas: 2 }';
    expect(printed('apps/v1/replicasets', `metadata: { name: web }\n${running}`)).to.match(
      /\nweb +4 +3 +2 +90s\n$/,
    );
  });

  it('of a stateful set', () => {
    const yaml = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  replicas: 0
  template: { spec: { containers: [{ name: postgres, image: postgres:17 }] } }
`;
    expect(printedWide('apps/v1/statefulsets', yaml)).to.equal(
      'NAME   READY   AGE   CONTAINERS   IMAGES\ndb     0/0     90s   postgres     postgres:17\n',
    );
  });

  it('of a replication controller, which selects what its template is labelled with', () => {
    const yaml = `
metadata: { name: old }
spec:
  template:
    metadata: { labels: { app: old } }
    spec: { containers: [{ name: main, image: main:1 }] }
`;
    expect(printedWide('v1/replicationcontrollers', yaml)).to.equal(
      'NAME   DESIRED   CURRENT   READY   AGE   CONTAINERS   IMAGES   SELECTOR\n' +
        'old    1         0         0       90s   main         main:1   app=old\n',
    );
    const running =
      'spec: { replicas: 4, selector: { app: new } }\nstatus: { replicas: 3, readyReplicas: 2 }';
    expect(printedWide('v1/replicationcontrollers', `metadata: { name: old }\n${running}`)).to.match(
      /\nold +4 +3 +2 +90s .* app=new\n$/,
    );
  });
});

const job = (spec: string, status = '{}', metadata = '{ name: backup }'): string =>
  `metadata: ${metadata}\nspec: ${spec}\nstatus: ${status}`;

/** Status, completions and duration. */
const jobCells = (...manifest: Parameters<typeof job>): string =>
  printed('batch/v1/jobs', job(...manifest))
    .split('\n')[1]
    ?.replace(/ {2,}/g, '|') ?? '';

describe('The columns of jobs', () => {
  it('of a job that nobody acts on', () => {
    const template = '{ spec: { containers: [{ name: dump, image: "pg:17" }] } }';
    expect(printedWide('batch/v1/jobs', job(`{ template: ${template} }`))).to.equal(
      'NAME     STATUS    COMPLETIONS   DURATION   AGE   CONTAINERS   IMAGES   SELECTOR\n' +
        'backup   Running   0/1                      90s   dump         pg:17    <none>\n',
    );
  });

  it('count completions, or what runs at once', () => {
    expect(jobCells('{ completions: 5, parallelism: 2 }', '{ succeeded: 2 }')).to.equal(
      'backup|Running|2/5|90s',
    );
    expect(jobCells('{ parallelism: 3 }')).to.equal('backup|Running|0/1 of 3|90s');
    expect(jobCells('{ parallelism: 1 }')).to.equal('backup|Running|0/1|90s');
  });

  it('tell how long a job runs, or ran', () => {
    const start = 'startTime: "2026-01-01T00:00:30Z"';
    expect(jobCells('{}', `{ ${start} }`)).to.equal('backup|Running|0/1|60s|90s');
    const done = `{ ${start}, completionTime: "2026-01-01T00:00:40Z", succeeded: 1, conditions: [{ type: Complete, status: "True" }] }`;
    expect(jobCells('{}', done)).to.equal('backup|Complete|1/1|10s|90s');
  });

  it('name the state that matters most', () => {
    const conditions = (...types: readonly string[]): string =>
      `{ conditions: [${types.map((type) => `{ type: ${type}, status: "True" }`).join(', ')}] }`;
    const deleted = '{ name: backup, deletionTimestamp: "2026-01-01T00:01:00Z" }';
    expect(jobCells('{}', conditions('FailureTarget', 'Failed'))).to.contain('|Failed|');
    expect(jobCells('{}', conditions('Suspended'))).to.contain('|Suspended|');
    expect(jobCells('{}', conditions('Suspended'), deleted)).to.contain('|Terminating|');
    expect(jobCells('{}', conditions('Failed'), deleted)).to.contain('|Failed|');
    expect(jobCells('{}', '{ conditions: [{ type: Suspended, status: "False" }] }')).to.contain('|Running|');
  });

  it('of a cron job', () => {
    const yaml = `
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec:
  schedule: "0 3 * * *"
  jobTemplate: { spec: { template: { spec: { containers: [{ name: dump, image: "pg:17" }] } } } }
`;
    expect(printedWide('batch/v1/cronjobs', yaml)).to.equal(
      'NAME      SCHEDULE    TIMEZONE   SUSPEND   ACTIVE   LAST SCHEDULE   AGE   CONTAINERS   IMAGES   SELECTOR\n' +
        'nightly   0 3 * * *   <none>     False     0        <none>          90s   dump         pg:17    <none>\n',
    );
    const status = 'status: { active: [{ name: nightly-1 }], lastScheduleTime: "2026-01-01T00:01:00Z" }';
    const spec = 'spec: { schedule: "@daily", timeZone: Asia/Seoul, suspend: true }';
    expect(printed('batch/v1/cronjobs', `metadata: { name: nightly }\n${spec}\n${status}`)).to.equal(
      'NAME      SCHEDULE   TIMEZONE     SUSPEND   ACTIVE   LAST SCHEDULE   AGE\n' +
        'nightly   @daily     Asia/Seoul   True      1        30s             90s\n',
    );
  });
});
