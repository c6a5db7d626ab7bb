/** The context of kubeconfigs that stands for the service account of the pod. */
const IN_CLUSTER = 'in-cluster';

/** Where a container that runs the suite writes its reports. */
export const REPORTS = '/opt/rollcall/reports';

/** The command line of a conformance run in a pod. @param options further ones: `--parallel`, `8` */
export const commandIn = (options: readonly string[]): readonly string[] => [
  'node',
  '-r',
  './src/loader/register.cjs',
  'src/cli/conformance.ts',
  '--context',
  IN_CLUSTER,
  '--yes',
  ...options,
];

/** A command for a shell, each word in quotes. */
export const shellCommand = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');

/** What a container may do on its node: nothing but write into what is mounted for it. */
export const confined = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  runAsUser: 65532,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};
