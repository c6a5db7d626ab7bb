import { approval } from './approval';
import { binding } from './binding';
import { attach, exec, log, portforward, proxy } from './elsewhere';
import { ephemeralcontainers } from './ephemeralContainers';
import { eviction } from './eviction';
import { finalize } from './finalize';
import type { PartHandler } from './part';
import { resize } from './resize';
import { scale } from './scale';
import { token } from './token';

/** The subresources, but for the status, by the name that stands in paths. */
const parts: Readonly<Record<string, PartHandler>> = {
  approval,
  attach,
  binding,
  ephemeralcontainers,
  eviction,
  exec,
  finalize,
  log,
  portforward,
  proxy,
  resize,
  scale,
  token,
};

/** Who handles a subresource of that name; undefined for the status, and for none. */
export const partOf = (name: string): PartHandler | undefined =>
  Object.hasOwn(parts, name) ? parts[name] : undefined;
