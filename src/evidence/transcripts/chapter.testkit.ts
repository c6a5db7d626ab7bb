import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What kubectl 1.36 printed in front of a real control plane, command by command. */
export const RECORDED = readFileSync(join(__dirname, 'kubectl-1.36.transcript.txt'), 'utf8')
  .split(/^\$ /m)
  .filter((part) => part !== '')
  .map((part) => {
    const [command = '', ...output] = part.split('\n');
    // A blank line stands between commands.
    return { command, output: output.slice(0, -1).join('\n') };
  });

/** The manifest of the chapter, in `daemonset.yaml`. */
export const MANIFEST = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: hello-daemonset
spec:
  selector:
    matchLabels:
      name: hello-daemonset
  template:
    metadata:
      labels:
        name: hello-daemonset
    spec:
      nodeSelector:
        role: worker
      containers:
      - image: openshift/hello-openshift
        imagePullPolicy: Always
        name: registry
        ports:
        - containerPort: 80
          protocol: TCP
        resources: {}
        terminationMessagePath: /dev/termination-log
      serviceAccount: default
      terminationGracePeriodSeconds: 10
`;

/** The machines that were there, in the namespace `myproject`. */
export const NODES: readonly string[] = [1, 2, 3].map((number) => `openshift-node0${number}.hostname.com`);

/** Puts marks of the same length where chance and the clock decide, so that columns stay where they are. */
export const mask = (text: string): string =>
  text
    .replace(/(hello-daemonset-|kube-api-access-)[a-z0-9]{5}\b/g, '$1xxxxx')
    .replace(/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000/g, 'DATE')
    .replace(/controller-revision-hash=\w+/g, 'controller-revision-hash=HASH')
    .replace(/\b10\.[01]\.0\.\d\b/g, 'IP')
    .replace(/\b\d+s\b/g, 'AGE')
    .replace(/\b2mAGE\b|\b2m\d+s\b/g, '2mAGE')
    .replace(/-node0[12](\.hostname\.com.*(?:IP|default-scheduler))/g, '-nodeN$1')
    .replace(/(default-scheduler.*|IP.*|Node:.*)-node0[12]/g, '$1-nodeN');
