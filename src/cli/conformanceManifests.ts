import { type Deployment, jobManifests } from '../conformance/deploy/job';
import { sonobuoyPlugin } from '../conformance/deploy/sonobuoy';
import { yamlOf } from '../conformance/report/text';
import { typed } from '../run/calledAs';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';
import { Refusal } from './support/refusal';

const usage =
  (): string => `Usage: ${typed('conformance:manifests', '--image IMAGE [--sonobuoy] [-- OPTION...]')}

Prints what runs the suite where the cluster is: a Job with the rights that it needs, for kubectl apply -f -. The image is
built from src/conformance/deploy/Containerfile.

  --image IMAGE  the image
  --sonobuoy     prints the definition of a plug-in of Sonobuoy instead
  OPTION         options of the run, such as --parallel 8

Watch it:        kubectl logs -f -n rollcall-conformance job/rollcall-conformance -c suite
Get its report:  kubectl logs -n rollcall-conformance job/rollcall-conformance -c report
`;

const print = (request: Request): Ending => {
  const image = request.value('--image');
  if (image === undefined) throw new Refusal(['--image is missing: say which image runs the suite.']);
  const deployment: Deployment = { image, options: request.words };
  const manifests = request.has('--sonobuoy') ? [sonobuoyPlugin(deployment)] : jobManifests(deployment);
  process.stdout.write(manifests.map((manifest) => yamlOf(manifest)).join('---\n'));
  return { tried: manifests.length, failed: 0 };
};

runCommand(
  { usage, options: ['--image <IMAGE>', '--sonobuoy'], words: [0, Number.POSITIVE_INFINITY] },
  print,
);
