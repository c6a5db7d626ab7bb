import type { Pod } from '../pod';

type Status = Partial<Pod['status']>;
type Spec = Partial<Pod['spec']>;

/** A pod with one container, running unless said otherwise. */
export const samplePod = ({
  status = {},
  spec = {},
  metadata = {},
}: {
  readonly status?: Status;
  readonly spec?: Spec;
  readonly metadata?: Partial<Pod['metadata']>;
} = {}): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'agent-x',
    namespace: 'shop',
    uid: 'u1',
    resourceVersion: '1',
    creationTimestamp: '2026-01-01T00:00:00Z',
    ...metadata,
  },
  spec: { containers: [{ name: 'main', image: 'example.test/agent:v1' }], ...spec },
  status: {
    phase: 'Running',
    containerStatuses: [containerStatus({ running: { startedAt: '2026-01-01T00:00:01Z' } }, { ready: true })],
    ...status,
  },
});

type ContainerStatus = NonNullable<Pod['status']['containerStatuses']>[number];

/** The status of container `main`. */
export const containerStatus = (
  state: NonNullable<ContainerStatus['state']>,
  rest: Partial<ContainerStatus> = {},
): ContainerStatus => ({
  name: 'main',
  image: 'example.test/agent:v1',
  imageID: '',
  ready: false,
  restartCount: 0,
  state,
  ...rest,
});
