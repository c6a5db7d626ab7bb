import { expect } from 'chai';
import type { KubeObject } from '../object';
import { validateCreate } from './validation';
import { container, daemonSet, type Fields, inDefault, pod, stored, wrong } from './validation.testkit';

const TEMPLATE = 'spec.template.spec';

describe('validateCreate', () => {
  const cases: readonly (readonly [what: string, object: KubeObject, ...expected: readonly string[]])[] = [
    ['a daemon set in order', daemonSet()],
    [
      'two containers with one port of the host',
      daemonSet({
        containers: [
          { ...container, ports: [{ containerPort: 80, hostPort: 80 }] },
          { ...container, name: 'other', ports: [{ containerPort: 81, hostPort: 80 }] },
        ],
      }),
      `${TEMPLATE}.containers[1].ports[0].hostPort: Duplicate value: "TCP//80"`,
    ],
    [
      'a port of the host that is not the container’s, on the host network',
      daemonSet({
        hostNetwork: true,
        containers: [{ ...container, ports: [{ containerPort: 80, hostPort: 81 }] }],
      }),
      `${TEMPLATE}.containers[0].ports[0].hostPort: Invalid value: 81: must match \`containerPort\` when \`hostNetwork\` is true`,
    ],
    [
      'seconds on a toleration that is not NoExecute',
      daemonSet({
        tolerations: [{ key: 'a', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 3 }],
      }),
      `${TEMPLATE}.tolerations[0].effect: Invalid value: "NoSchedule": effect must be 'NoExecute' when \`tolerationSeconds\` is set`,
    ],
    [
      'a comparing toleration, which 1.36 does not know yet',
      daemonSet({ tolerations: [{ key: 'a', operator: 'Gt', value: '3' }] }),
      `${TEMPLATE}.tolerations[0].operator: Unsupported value: "Gt": supported values: "Equal", "Exists"`,
    ],
    [
      'an operator with a sign that Go escapes',
      daemonSet({ tolerations: [{ key: 'a', operator: '<', value: '3' }] }),
      `${TEMPLATE}.tolerations[0].operator: Unsupported value: "\\u003c": supported values: "Equal", "Exists"`,
    ],
    [
      'two volumes of one name, one of them with two sources',
      daemonSet({
        volumes: [
          { name: 'data', emptyDir: {} },
          { name: 'data', emptyDir: {}, hostPath: { path: '/data' } },
        ],
      }),
      `${TEMPLATE}.volumes[1].hostPath: Forbidden: may not specify more than 1 volume type`,
      `${TEMPLATE}.volumes[1].name: Duplicate value: "data"`,
    ],
    [
      'a mount of a volume that is not in order',
      daemonSet({
        volumes: [{ name: 'Data', emptyDir: {} }],
        containers: [{ ...container, volumeMounts: [{ name: 'Data', mountPath: '/data' }] }],
      }),
      `${TEMPLATE}.volumes[0].name: Invalid value: "Data": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')`,
      `${TEMPLATE}.containers[0].volumeMounts[0].name: Not found: "Data"`,
    ],
    [
      'a probe that does two things',
      daemonSet({
        containers: [{ ...container, livenessProbe: { exec: { command: ['ls'] }, tcpSocket: { port: 80 } } }],
      }),
      `${TEMPLATE}.containers[0].livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type`,
    ],
    [
      'a security context that contradicts itself, printed as Go prints it',
      daemonSet({
        containers: [
          { ...container, securityContext: { privileged: true, allowPrivilegeEscalation: false } },
        ],
      }),
      `${TEMPLATE}.containers[0].securityContext: Invalid value: {"Capabilities":null,"Privileged":true,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}: cannot set \`allowPrivilegeEscalation\` to false and \`privileged\` to true`,
    ],
    [
      'a security context that contradicts itself, with all that it says of its system',
      daemonSet({
        containers: [
          {
            ...container,
            securityContext: {
              privileged: true,
              allowPrivilegeEscalation: false,
              seLinuxOptions: { level: 's0' },
              windowsOptions: { hostProcess: false },
            },
          },
        ],
      }),
      `${TEMPLATE}.containers[0].securityContext: Invalid value: {"Capabilities":null,"Privileged":true,"SELinuxOptions":{"User":"","Role":"","Type":"","Level":"s0"},"WindowsOptions":{"GMSACredentialSpecName":null,"GMSACredentialSpec":null,"RunAsUserName":null,"HostProcess":false},"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}: cannot set \`allowPrivilegeEscalation\` to false and \`privileged\` to true`,
    ],
    [
      'a container with a restart rule that does something else',
      daemonSet({
        containers: [
          {
            ...container,
            restartPolicy: 'Never',
            restartPolicyRules: [{ action: 'Stop', exitCodes: { operator: 'In', values: [1] } }],
          },
        ],
      }),
      `${TEMPLATE}.containers[0].restartPolicyRules[0].action: Unsupported value: "Stop": supported values: "Restart", "RestartAllContainers"`,
    ],
    [
      'a variable from a field that has no parts',
      daemonSet({
        containers: [
          {
            ...container,
            env: [
              { name: 'A', valueFrom: { fieldRef: { fieldPath: "spec.nodes['a']" } } },
              { name: 'B', valueFrom: { fieldRef: { fieldPath: 'spec.host' } } },
            ],
          },
        ],
      }),
      `${TEMPLATE}.containers[0].env[0].valueFrom.fieldRef.fieldPath: Invalid value: "spec.nodes['a']": error converting fieldPath: field label does not support subscript: spec.nodes['a']`,
    ],
    [
      'an iSCSI volume with an initiator that is none',
      daemonSet({
        volumes: [
          {
            name: 'disk',
            iscsi: {
              targetPortal: '10.0.0.1:3260',
              iqn: 'iqn.2001-04.com.example:disk',
              lun: 0,
              initiatorName: 'iqn.nobody',
            },
          },
        ],
      }),
      `${TEMPLATE}.volumes[0].iscsi.initiatorname: Invalid value: "iqn.nobody": must be valid format`,
    ],
    [
      'an iSCSI volume whose initiator gets too long a name',
      daemonSet({
        volumes: [
          {
            name: 'disk-'.padEnd(50, 'x'),
            iscsi: {
              targetPortal: 'disks.example.test:3260',
              iqn: 'iqn.2001-04.com.example:disk',
              lun: 0,
              initiatorName: 'iqn.2001-04.com.example:node',
            },
          },
        ],
      }),
      `${TEMPLATE}.volumes[0].name: Invalid value: "${'disk-'.padEnd(50, 'x')}": Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.`,
    ],
    [
      'an owner of a version that is none',
      stored(
        'v1',
        'ServiceAccount',
        {},
        { ...inDefault, ownerReferences: [{ apiVersion: 'a/b/c', kind: 'Team', name: 'a', uid: 'u' }] },
      ),
      'metadata.ownerReferences.apiVersion: Invalid value: "a/b/c": version must not be empty',
    ],
    [
      'a claim for less than nothing, filled from nowhere',
      daemonSet({
        volumes: [
          {
            name: 'disk',
            ephemeral: {
              volumeClaimTemplate: {
                spec: {
                  accessModes: ['ReadWriteOnce'],
                  resources: { requests: { storage: '-1' } },
                  dataSource: { kind: 'VolumeSnapshot', name: 'yesterday' },
                },
              },
            },
          },
        ],
      }),
      `${TEMPLATE}.volumes[0].ephemeral.volumeClaimTemplate.spec.resources[storage]: Invalid value: "-1": must be greater than zero`,
      `${TEMPLATE}.volumes[0].ephemeral.volumeClaimTemplate.spec.dataSource: Invalid value: "VolumeSnapshot": must be 'PersistentVolumeClaim' when referencing the default apiGroup`,
    ],
    [
      'more annotations than fit',
      stored('v1', 'ServiceAccount', {}, { ...inDefault, annotations: { a: 'x'.repeat(256 * 1024) } }),
      'metadata.annotations: Too long: may not be more than 262144 bytes',
    ],
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
      'a node with a taint twice',
      stored('v1', 'Node', {
        spec: {
          taints: [
            { key: 'gpu', effect: 'NoSchedule' },
            { key: 'gpu', value: 'a', effect: 'NoSchedule' },
          ],
        },
      }),
      'metadata.taints[1]: Duplicate value: {"Key":"gpu","Value":"a","Effect":"NoSchedule","TimeAdded":null}: taints must be unique by key and effect pair',
    ],
    [
      'a node whose range of addresses names one of them',
      stored('v1', 'Node', { spec: { podCIDR: '10.9.8.7/24' } }),
      'spec.podCIDRs[0]: Invalid value: "10.9.8.7/24": must not have bits set beyond the prefix length',
    ],
    [
      'a lease that changed hands less than never',
      stored('coordination.k8s.io/v1', 'Lease', { spec: { leaseTransitions: -1 } }, inDefault),
      'spec.leaseTransitions: Invalid value: -1: must be greater than or equal to 0',
    ],
    [
      'an image volume of a template without an image',
      daemonSet({ volumes: [{ name: 'tools', image: {} }] }),
    ],
    [
      'an image volume of a pod without an image',
      pod({ volumes: [{ name: 'tools', image: {} }] }),
      'spec.volumes[0].image.reference: Required value',
    ],
    [
      'a quota on what nobody counts',
      stored('v1', 'ResourceQuota', { spec: { hard: { foo: '1' } } }, inDefault),
      'spec.hard[foo]: Invalid value: "foo": must be a standard resource type or fully qualified',
      'spec.hard[foo]: Invalid value: "foo": must be a standard resource for quota',
    ],
    [
      'a role with a rule about nothing',
      stored('rbac.authorization.k8s.io/v1', 'Role', { rules: [{ verbs: [] }] }, inDefault),
      'rules[0].verbs: Required value: verbs must contain at least one value',
      'rules[0].apiGroups: Required value: resource rules must supply at least one api group',
      'rules[0].resources: Required value: resource rules must supply at least one resource',
    ],
    [
      'a binding to a kind that is no role',
      stored(
        'rbac.authorization.k8s.io/v1',
        'RoleBinding',
        { roleRef: { kind: 'Pod', name: 'a' }, subjects: [{ kind: 'User', name: 'ann' }] },
        inDefault,
      ),
      'roleRef.kind: Unsupported value: "Pod": supported values: "Role", "ClusterRole"',
    ],
    [
      'a priority class above what users may have',
      stored('scheduling.k8s.io/v1', 'PriorityClass', { value: 1_000_000_001 }),
      'value: Forbidden: maximum allowed value of a user defined priority is 1000000000',
    ],
    [
      'a revision without data',
      stored('apps/v1', 'ControllerRevision', { revision: 1 }, inDefault),
      'data: Required value: data is mandatory',
    ],
  ];
  for (const [what, object, ...expected] of cases) {
    it(what, () => expect(wrong(validateCreate(object))).to.deep.equal(expected));
  }

  it('looks again at containers when the volumes they mount are others', () => {
    const containers = [{ ...container, volumeMounts: [{ name: 'data', mountPath: '/data' }] }];
    const good = pod({ containers, volumes: [{ name: 'data', emptyDir: {} }] }) as unknown as Fields;
    expect(validateCreate(good as never)).to.deep.equal([]);
    const { volumes: _, ...spec } = good.spec as Fields;
    expect(wrong(validateCreate({ ...good, spec } as never))).to.deep.equal([
      'spec.containers[0].volumeMounts[0].name: Not found: "data"',
    ]);
  });
});
