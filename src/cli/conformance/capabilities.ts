import type { FoundCapability } from '../../conformance/plan';
import type { Connection } from '../../drivers/kubernetes/connection/connection';
import { capabilityNames } from '../../port/capabilities';

const OFFERED: readonly string[] = ['node-control', 'container-control', 'impersonation'];

/** What the cluster is able to do. */
export const foundCapabilities = async (_connection: Connection): Promise<readonly FoundCapability[]> =>
  capabilityNames.map((name) =>
    OFFERED.includes(name)
      ? { name, offered: true }
      : { name, offered: false, code: `no-${name}`, reason: 'The cluster does not offer it.' },
  );
