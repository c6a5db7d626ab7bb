import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import { fail, usageError } from '../errors';
import { list, text } from '../flags';
import { changeFlags, report } from '../output';
import { defineVerb } from '../verb';

const RESTARTS = ['Always', 'OnFailure', 'Never'];

const labelsFrom = (pairs: readonly string[], name: string): Readonly<Record<string, string>> => {
  if (pairs.length === 0) return { run: name };
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', value, ...more] = pair.split('=');
      if (value === undefined || more.length > 0) throw fail(`unexpected label spec: ${pair}`);
      return [key, value];
    }),
  );
};

/** `run NAME --image=IMAGE`: a pod with one container. @see k8s.io/kubectl/pkg/cmd/run RunOptions.Run */
export const run = defineVerb({
  name: 'run',
  flags: { image: text(), labels: list('l'), restart: text(), ...changeFlags },
  async run(session, words, { image, labels, restart = 'Always', ...how }) {
    const [name, ...args] = words;
    if (name === undefined) throw usageError('run', 'NAME is required for run');
    if (!image) throw fail('--image is required');
    if (!RESTARTS.includes(restart)) throw usageError('run', `invalid restart policy: ${restart}`);
    const manifest: Manifest = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: session.namespace, labels: labelsFrom(labels, name) },
      spec: {
        containers: [{ name, image, ...(args.length === 0 ? {} : { args }) }],
        dnsPolicy: 'ClusterFirst',
        restartPolicy: restart,
      },
    };
    const object = how.dryRun ? (manifest as KubeObject) : await session.api.create(manifest);
    report(session, { resource: resources.pods, object }, 'created', how);
  },
});
