import { expect } from 'chai';
import type { ShownEvent } from '../../../print/describe/events';
import type { Pod } from '../pod';
import { podDescription } from './pod';
import { containerStatus, samplePod } from './samples.testkit';

const describePod = (pod: Pod, events: readonly ShownEvent[], now: number): string =>
  podDescription.text(pod, {}, { events, now });

const lines = (text: string, from: string, count: number): string => {
  const all = text.split('\n');
  const start = all.findIndex((line) => line.startsWith(from));
  return all.slice(start, start + count).join('\n');
};

describe('The description of a pod', () => {
  it('of one that waits for a node', () => {
    const pod = samplePod({
      status: { phase: 'Pending', containerStatuses: undefined },
      spec: { priority: 0 },
    });
    const text = describePod(pod, [], 0);
    expect(lines(text, 'Name:', 9)).to.equal(
      `Name:         agent-x
Namespace:    shop
Priority:     0
Node:         <none>
Labels:       <none>
Annotations:  <none>
Status:       Pending
IP:           
IPs:          <none>`,
    );
    expect(lines(text, 'Containers:', 6)).to.equal(
      `Containers:
  main:
    Image:        example.test/agent:v1
    Port:         <none>
    Host Port:    <none>
    Environment:  <none>`,
    );
    expect(text).to.match(/\nEvents: {11}<none>\n$/);
  });

  it('of one that was refused by its node', () => {
    const message = 'Predicate NodeAffinity failed';
    const pod = samplePod({
      status: { phase: 'Failed', reason: 'NodeAffinity', message, containerStatuses: [] },
    });
    expect(lines(describePod(pod, [], 0), 'Status:', 3)).to.equal(
      `Status:       Failed\nReason:       NodeAffinity\nMessage:      ${message}`,
    );
  });

  it('of one that is on its way out', () => {
    const metadata = { deletionTimestamp: '2026-01-01T00:00:10Z', deletionGracePeriodSeconds: 5 };
    expect(lines(describePod(samplePod({ metadata }), [], 15_000), 'Status:', 2)).to.equal(
      'Status:                    Terminating (lasts 5s)\nTermination Grace Period:  5s',
    );
  });

  it('of one whose container ended and started again', () => {
    const finishedAt = '2026-01-01T00:00:05Z';
    const status = containerStatus(
      { waiting: { reason: 'CrashLoopBackOff' } },
      { restartCount: 1, lastState: { terminated: { exitCode: 2, reason: 'Error', finishedAt } } },
    );
    const text = describePod(samplePod({ status: { containerStatuses: [status] } }), [], 0);
    expect(lines(text, '    State:', 8)).to.equal(
      `    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       Error
      Exit Code:    2
      Finished:     Thu, 01 Jan 2026 00:00:05 +0000
    Ready:          False
    Restart Count:  1`,
    );
  });

  it('shows what is set on the whole pod', () => {
    const pod = samplePod({
      spec: {
        containers: [
          {
            name: 'main',
            image: 'a',
            securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'strict' } },
          },
        ],
        securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
        runtimeClassName: 'gvisor',
        resources: { requests: { cpu: '1' } },
        readinessGates: [{ conditionType: 'x.io/ready' }, { conditionType: 'x.io/other' }],
        topologySpreadConstraints: [
          {
            topologyKey: 'zone',
            maxSkew: 1,
            whenUnsatisfiable: 'DoNotSchedule',
            labelSelector: { matchLabels: { a: 'b' } },
          },
          { topologyKey: 'rack', maxSkew: 2, whenUnsatisfiable: 'ScheduleAnyway' },
        ],
      },
      status: { conditions: [{ type: 'x.io/ready', status: 'True' }] },
    });
    const text = describePod(pod, [], 0);
    expect(text).to.match(/^Runtime Class Name: +gvisor$/m);
    expect(text).to.match(/^SeccompProfile: +RuntimeDefault$/m);
    expect(text).to.match(/^ {4}SeccompProfile: +Localhost\n {6}LocalhostProfile: +strict$/m);
    expect(text).to.match(/^Resources:\n {2}Requests:\n {4}cpu: +1\nContainers:$/m);
    expect(text).to.match(
      /^Readiness Gates:\n {2}Type +Status\n {2}x.io\/ready +True \n {2}x.io\/other +<none> \nConditions:$/m,
    );
    expect(text).to.match(
      /^Topology Spread Constraints: +rack:ScheduleAnyway when max skew 2 is exceeded\n +zone:DoNotSchedule when max skew 1 is exceeded for selector a=b$/m,
    );
  });

  it('shows ports, commands, probes, variables, mounts and volumes', () => {
    const pod = samplePod({
      metadata: { labels: { zone: 'east' } },
      spec: {
        containers: [
          {
            name: 'main',
            image: 'a',
            ports: [
              { name: 'web', containerPort: 80, hostPort: 8080, protocol: 'TCP' },
              { containerPort: 53, protocol: 'UDP' },
            ],
            command: ['sh', '-c', 'first\nsecond'],
            livenessProbe: { exec: { command: ['true'] }, timeoutSeconds: 1, periodSeconds: 10 },
            readinessProbe: { tcpSocket: { port: 80 } },
            envFrom: [{ secretRef: { name: 'keys' }, prefix: 'K_' }],
            env: [
              { name: 'NAME', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } },
              { name: 'ZONE', valueFrom: { fieldRef: { fieldPath: "metadata.labels['zone']" } } },
              { name: 'KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'a' } } },
              { name: 'TEXT', value: 'one\ntwo' },
            ],
            volumeMounts: [
              { name: 'tmp', mountPath: '/tmp', subPath: 'x' },
              { name: 'conf', mountPath: '/etc/conf', readOnly: true },
            ],
          },
        ],
        volumes: [
          { name: 'tmp', emptyDir: { sizeLimit: '1Gi' } },
          { name: 'conf', configMap: { name: 'conf' } },
        ],
      },
      status: { containerStatuses: undefined },
    });
    expect(lines(describePod(pod, [], 0), 'Containers:', 34)).to.equal(
      `Containers:
  main:
    Image:       a
    Ports:       80/TCP (web), 53/UDP
    Host Ports:  8080/TCP (web), 0/UDP
    Command:
      sh
      -c
      first
      second
    Liveness:   exec [true] delay=0s timeout=1s period=10s #success=1 #failure=3
    Readiness:  tcp-socket :80 delay=0s timeout=1s period=10s #success=1 #failure=3
    Environment Variables from:
      keys  Secret with prefix 'K_'  Optional: false
    Environment:
      NAME:  agent-x (v1:metadata.name)
      ZONE:  east (v1:metadata.labels['zone'])
      KEY:   <set to the key 'a' in secret 'keys'>  Optional: false
      TEXT:  one
             two
    Mounts:
      /etc/conf from conf (ro)
      /tmp from tmp (rw,path="x")
Volumes:
  tmp:
    Type:       EmptyDir (a temporary directory that shares a pod's lifetime)
    Medium:     
    SizeLimit:  1Gi
  conf:
    Type:        ConfigMap (a volume populated by a ConfigMap)
    Name:        conf
    Optional:    false
QoS Class:       
Node-Selectors:  <none>`,
    );
  });

  it('breaks long annotations and leaves out what kubectl apply remembers', () => {
    const annotations = {
      'example.com/long': 'x'.repeat(200),
      'example.com/lines': 'one\ntwo\n',
      'kubectl.kubernetes.io/last-applied-configuration': '{}',
    };
    expect(lines(describePod(samplePod({ metadata: { annotations } }), [], 0), 'Annotations:', 6)).to.equal(
      `Annotations:  example.com/lines:
                one
                two
              example.com/long:
                ${'x'.repeat(138)}...
Status:       Running`,
    );
  });
});
