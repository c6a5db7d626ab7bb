import { expect } from 'chai';
import { serve } from '../serve';
import type { Kubectl } from './kubectls.testkit';
import { openSession } from './session.testkit';
import { type Stage, sideBySide } from './sideBySide.testkit';

const DAEMON_SET = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: log-agent
  namespace: lab
spec:
  selector:
    matchLabels: {app: log-agent}
  template:
    metadata:
      labels: {app: log-agent}
    spec:
      containers:
      - name: agent
        image: example.test/agent:v1
      terminationGracePeriodSeconds: 1
`;

/** Commands that every kubectl must be able to give, and what it prints then. */
const COMMANDS: readonly (readonly [line: string, seen: RegExp])[] = [
  ['create namespace lab', /^namespace\/lab created\n$/],
  ['create serviceaccount robot -n lab', /^serviceaccount\/robot created\n$/],
  ['create configmap settings -n lab --from-literal=colour=green', /^configmap\/settings created\n$/],
  ['create quota few -n lab --hard=configmaps=5', /^resourcequota\/few created\n$/],
  [
    'create role reader -n lab --verb=get,list --resource=pods',
    /^role\.rbac\.authorization\.k8s\.io\/reader created\n$/,
  ],
  ['auth can-i create daemonsets -n lab', /^yes\n$/],
  ['auth can-i create daemonsets -n lab --as=system:serviceaccount:lab:robot', /^no\n$/],
  ['auth whoami', /^ATTRIBUTE +VALUE *\nUsername +\S+ *\nGroups +\[.*system:masters.*\] *\n/],
  ['create -f daemonset.yaml', /^daemonset\.apps\/log-agent created\n$/],
  ['rollout status -n lab ds/log-agent --timeout=30s', /daemon set "log-agent" successfully rolled out\n$/],
  [
    "wait -n lab ds/log-agent --for=jsonpath='{.status.numberReady}'=2 --timeout=30s",
    /^daemonset\.apps\/log-agent condition met\n$/,
  ],
  [
    'set image -n lab ds/log-agent agent=example.test/agent:v2',
    /^daemonset\.apps\/log-agent image updated\n$/,
  ],
  [
    'rollout status -n lab ds/log-agent --timeout=60s',
    /^Waiting for daemon set "log-agent" rollout to finish: [\s\S]*daemon set "log-agent" successfully rolled out\n$/,
  ],
  [
    'drain node-1 --ignore-daemonsets',
    /^node\/node-1 cordoned\nWarning: ignoring DaemonSet-managed Pods: lab\/log-agent-\w{5}\nnode\/node-1 drained\n$/,
  ],
  ['uncordon node-1', /^node\/node-1 uncordoned\n$/],
  ['delete -n lab ds/log-agent', /^daemonset\.apps "log-agent" deleted(?: from lab namespace)?\n$/],
  ['delete namespace lab', /^namespace "lab" deleted\n$/],
];

const open = async (kubectl: Kubectl): Promise<Stage> => {
  const served = await serve({ nodes: 2 });
  const session = openSession(kubectl, served.url, { files: { 'daemonset.yaml': DAEMON_SET } });
  return {
    type: (line) => session.type(`kubectl ${line}`),
    end: async () => {
      session.end();
      await served.close();
    },
  };
};

describe('a stock kubectl in front of a served cluster', () => {
  const lines = COMMANDS.map(([line]) => line);
  sideBySide(lines, open, (_kubectl, printed) => {
    COMMANDS.forEach(([line, seen], index) => {
      it(line, async () => {
        expect(await printed(index)).to.match(seen);
      });
    });
  });
});
