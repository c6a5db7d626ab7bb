import { expect } from 'chai';
import { dnsSubdomain } from '../../../fields/validation/formats';
import { container, type Fields, wrong } from '../../objects.testkit';
import { defaultTemplate } from '../defaults/pod';
import type { PodTemplateSpec } from '../pod';
import { validateTemplate } from './pod';

const TEMPLATE = 'template.spec';
const SUBDOMAIN = dnsSubdomain('-')[0];

/** A template in order, but for these fields of its pods’ spec. */
const template = (podSpec: Fields = {}): PodTemplateSpec => {
  const spec = { containers: [container], ...podSpec };
  return defaultTemplate({ metadata: { labels: { app: 'agent' } }, spec });
};

describe('validateTemplate', () => {
  const cases: readonly (readonly [what: string, given: PodTemplateSpec, ...expected: readonly string[]])[] =
    [
      ['a template in order', template()],
      [
        'two containers with one port of the host',
        template({
          containers: [
            { ...container, ports: [{ containerPort: 80, hostPort: 80 }] },
            { ...container, name: 'other', ports: [{ containerPort: 81, hostPort: 80 }] },
          ],
        }),
        `${TEMPLATE}.containers[1].ports[0].hostPort: Duplicate value: "TCP//80"`,
      ],
      [
        'a port of the host that is not the container’s, on the host network',
        template({
          hostNetwork: true,
          containers: [{ ...container, ports: [{ containerPort: 80, hostPort: 81 }] }],
        }),
        `${TEMPLATE}.containers[0].ports[0].hostPort: Invalid value: 81: must match \`containerPort\` when \`hostNetwork\` is true`,
      ],
      [
        'seconds on a toleration that is not NoExecute',
        template({
          tolerations: [{ key: 'a', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 3 }],
        }),
        `${TEMPLATE}.tolerations[0].effect: Invalid value: "NoSchedule": effect must be 'NoExecute' when \`tolerationSeconds\` is set`,
      ],
      [
        'a comparing toleration, which 1.36 does not know yet',
        template({ tolerations: [{ key: 'a', operator: 'Gt', value: '3' }] }),
        `${TEMPLATE}.tolerations[0].operator: Unsupported value: "Gt": supported values: "Equal", "Exists", "Lt", "Gt"`,
      ],
      [
        'an operator with a sign that Go escapes',
        template({ tolerations: [{ key: 'a', operator: '<', value: '3' }] }),
        `${TEMPLATE}.tolerations[0].operator: Unsupported value: "\\u003c": supported values: "Equal", "Exists"`,
      ],
      [
        'a variable in a file of a volume that is none or not empty',
        template({
          containers: [
            {
              ...container,
              env: ['none', 'kept', 'data'].map((volumeName) => ({
                name: volumeName,
                valueFrom: { fileKeyRef: { volumeName, path: '../x', key: 'A' } },
              })),
            },
          ],
          volumes: [
            { name: 'kept', hostPath: { path: '/kept' } },
            { name: 'data', emptyDir: {} },
          ],
        }),
        ...[0, 1, 2].map(
          (index) =>
            `${TEMPLATE}.containers[0].env[${index}].valueFrom.fileKeyRef.path: Invalid value: "../x": must not contain '..'`,
        ),
        `${TEMPLATE}.containers[0].env[0].valueFrom.fileKeyRef.volumeName: Not found: "none"`,
        `${TEMPLATE}.containers[0].env[1].valueFrom.fileKeyRef.volumeName: Invalid value: "kept": referenced volume must be of type emptyDir`,
      ],
      [
        'a host name that stands beside others, before the account and the system',
        template({
          hostnameOverride: 'H',
          setHostnameAsFQDN: true,
          hostNetwork: true,
          serviceAccountName: '-',
          os: { name: '' },
        }),
        `${TEMPLATE}.hostnameOverride: Forbidden: may not be specified when setHostnameAsFQDN is true`,
        `${TEMPLATE}.hostnameOverride: Forbidden: may not be specified when hostNetwork is true`,
        `${TEMPLATE}.hostnameOverride: Invalid value: "H": ${SUBDOMAIN}`,
        `${TEMPLATE}.serviceAccountName: Invalid value: "-": ${SUBDOMAIN}`,
        `${TEMPLATE}.os.name: Required value`,
      ],
      [
        'users of its own beside the host’s processes and raw devices',
        template({
          hostUsers: false,
          hostPID: true,
          containers: [{ ...container, volumeDevices: [{ name: 'disk', devicePath: '/disk' }] }],
          volumes: [{ name: 'disk', persistentVolumeClaim: { claimName: 'disk' } }],
        }),
        `${TEMPLATE}.HostPID: Forbidden: when \`hostUsers\` is false`,
        `${TEMPLATE}.containers[0].volumeDevices: Forbidden: when \`hostUsers\` is false`,
      ],
      [
        'an init container that would be restarted to grow',
        template({
          initContainers: [
            {
              ...container,
              name: 'first',
              resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }],
            },
          ],
        }),
        `${TEMPLATE}.initContainers[0].resizePolicy[0].restartPolicy: Invalid value: "RestartContainer": must not be set to 'RestartContainer' for non-sidecar initContainers`,
      ],
      [
        'two volumes of one name, one of them with two sources',
        template({
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
        template({
          volumes: [{ name: 'Data', emptyDir: {} }],
          containers: [{ ...container, volumeMounts: [{ name: 'Data', mountPath: '/data' }] }],
        }),
        `${TEMPLATE}.volumes[0].name: Invalid value: "Data": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')`,
        `${TEMPLATE}.containers[0].volumeMounts[0].name: Not found: "Data"`,
      ],
      [
        'a probe that does two things',
        template({
          containers: [
            { ...container, livenessProbe: { exec: { command: ['ls'] }, tcpSocket: { port: 80 } } },
          ],
        }),
        `${TEMPLATE}.containers[0].livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type`,
      ],
      [
        'a security context that contradicts itself, printed as Go prints it',
        template({
          containers: [
            { ...container, securityContext: { privileged: true, allowPrivilegeEscalation: false } },
          ],
        }),
        `${TEMPLATE}.containers[0].securityContext: Invalid value: {"Capabilities":null,"Privileged":true,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}: cannot set \`allowPrivilegeEscalation\` to false and \`privileged\` to true`,
      ],
      [
        'a security context that contradicts itself, with all that it says of its system',
        template({
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
        template({
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
        'a container that runs first, with restart rules and without a policy',
        template({
          initContainers: [{ ...container, name: 'first', restartPolicyRules: [{ action: 'Stop' }] }],
        }),
        `${TEMPLATE}.initContainers[0].restartPolicy: Required value: must specify restartPolicy when restart rules are used`,
      ],
      [
        'files that are labelled by mounting them',
        template({ securityContext: { seLinuxChangePolicy: 'MountOption' } }),
        `${TEMPLATE}.securityContext.seLinuxChangePolicy: Unsupported value: "MountOption": supported values: "Recursive"`,
      ],
      [
        'the claim of a pod, with what is said of objects only',
        template({
          volumes: [
            {
              name: 'disk',
              ephemeral: {
                volumeClaimTemplate: {
                  metadata: { generation: 1, generateName: 'a', namespace: 'b', name: 'c' },
                  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
                },
              },
            },
          ],
        }),
        ...['name', 'generateName', 'namespace', 'generation'].map(
          (key) =>
            `${TEMPLATE}.volumes[0].ephemeral.volumeClaimTemplate.metadata.${key}: Forbidden: cannot be set`,
        ),
      ],
      [
        'a variable from a field that has no parts',
        template({
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
        template({
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
        template({
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
        'a claim for less than nothing, filled from nowhere',
        template({
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
        'an image volume of a template without an image',
        template({ volumes: [{ name: 'tools', image: {} }] }),
      ],
    ];
  for (const [what, given, ...expected] of cases) {
    it(what, () => expect(wrong(validateTemplate(given, 'template'))).to.deep.equal(expected));
  }
});
