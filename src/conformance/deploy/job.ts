import { RIGHTS } from '../../drivers/kubernetes/safety/rights';
import type { Manifest } from '../../kubernetes/object';
import { commandIn, confined, REPORTS, shellCommand } from './container';

/** Where the suite is run in a cluster. */
export interface Deployment {
  /** The image, as built from the Containerfile. */
  readonly image: string;
  /** Options of the run: `--parallel`, `8`. */
  readonly options: readonly string[];
}

const NAME = 'rollcall-conformance';
const LABELS = { 'app.kubernetes.io/name': NAME };

/** The exit code of the suite is kept for the container that shows the report: that one's end is the end of the Job. */
const CODE = `${REPORTS}/.exit-code`;

const mounts = [
  { name: 'reports', mountPath: REPORTS },
  { name: 'tmp', mountPath: '/tmp' },
];

/**
 * What runs the suite once in a cluster: a namespace, a service account with the rights of a run and no others, and a Job. The
 * suite runs first and says how far it is; then a second container prints the report.
 */
export const jobManifests = ({ image, options }: Deployment): readonly Manifest[] => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAME, labels: LABELS } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: NAME, namespace: NAME, labels: LABELS } },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: NAME, labels: LABELS },
    rules: RIGHTS,
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: NAME, labels: LABELS },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: NAME },
    subjects: [{ kind: 'ServiceAccount', name: NAME, namespace: NAME }],
  },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: NAME, namespace: NAME, labels: LABELS },
    spec: {
      backoffLimit: 0,
      template: {
        metadata: { labels: LABELS },
        spec: {
          serviceAccountName: NAME,
          restartPolicy: 'Never',
          securityContext: { fsGroup: 65532 },
          initContainers: [
            {
              name: 'suite',
              image,
              command: ['/bin/sh', '-c', suiteScript(options)],
              securityContext: confined,
              resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { memory: '2Gi' } },
              volumeMounts: mounts,
            },
          ],
          containers: [
            {
              name: 'report',
              image,
              command: ['/bin/sh', '-c', `cat ${REPORTS}/conformance.yaml; exit "$(cat ${CODE})"`],
              securityContext: confined,
              resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
              volumeMounts: mounts,
            },
          ],
          volumes: [
            { name: 'reports', emptyDir: {} },
            { name: 'tmp', emptyDir: {} },
          ],
        },
      },
    },
  } as Manifest,
];

const suiteScript = (options: readonly string[]): string =>
  `${shellCommand(commandIn(options))}; echo $? > ${CODE}`;
