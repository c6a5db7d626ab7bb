import type { ResourceType } from '../../../kubernetes/resourceType';
import type { User } from '../../../port/api';
import type { Connection } from '../connection/connection';
import type { Heard } from './heard';
import type { Selection } from './pages';
import type { Timers } from './timers';

/** What a reflector reflects, and who is told. */
export interface Reflecting {
  readonly connection: Connection;
  readonly timers: Timers;
  readonly resource: ResourceType;
  readonly selection: Selection;
  readonly as?: User | undefined;
  /**
   * After so many seconds, and up to twice as many, a stream is to end. The sooner, the sooner it is noticed that one has
   * silently stalled.
   */
  readonly seconds: number;
  /** Whether what there is at first is told in the order of the list, instead of that of versions. */
  readonly asListed?: boolean;
  /** Must not throw. */
  hear(heard: Heard): void;
  /** Something may have been missed; why, in a sentence. What has changed meanwhile is told after this. */
  onGap(why: string): void;
  /** The kind is no longer served. */
  onGone(): void;
}
