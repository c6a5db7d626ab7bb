import type { IRunConfiguration } from '@cucumber/cucumber/api';
import type { Attempt } from '../messages/attempt';

/** What a process that runs examples is told. */
export type Order =
  | { readonly type: 'begin'; readonly configuration: IRunConfiguration }
  /** Runs one example. @property location `features/x.feature:12` */
  | { readonly type: 'run'; readonly location: string }
  | { readonly type: 'end' };

/** What it says. */
export type Reply =
  | { readonly type: 'ready' }
  /** A step of the example that is run begins; empty for a hook. */
  | { readonly type: 'step'; readonly text: string }
  | { readonly type: 'ended'; readonly attempt: Attempt }
  /** Nothing can be run here. */
  | { readonly type: 'broken'; readonly message: string };
