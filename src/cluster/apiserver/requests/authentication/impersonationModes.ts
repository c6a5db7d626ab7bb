import { dnsSubdomain, pathSegment } from '../../../../kubernetes/fields/validation/formats';
import type { Caller } from '../caller';

/** One way to speak as somebody else. */
export interface Mode {
  /** Ends the verbs that it needs: `impersonate:user-info`, and `impersonate-on:user-info:get` for the request itself. */
  readonly name: string;
  isFor(wanted: Caller, caller: Caller): boolean;
}

const NODE = 'system:node:';
const ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;
/** The node that a user of this name is; undefined if it is none. */
export const nodeIn = (name: string): string | undefined => {
  const node = name.startsWith(NODE) ? name.slice(NODE.length) : '';
  return node !== '' && dnsSubdomain(node).length === 0 ? node : undefined;
};

/** The service account that a user of this name is; undefined if it is none. */
export const accountIn = (
  name: string,
): { readonly namespace: string; readonly account: string } | undefined => {
  const [, namespace, account] = ACCOUNT.exec(name) ?? [];
  return namespace && account && pathSegment(namespace).length === 0 ? { namespace, account } : undefined;
};

const saysOnlyName = ({ uid, groups, extra = {} }: Caller): boolean =>
  !uid && groups.length === 0 && Object.keys(extra).length === 0;

const nodeOf = ({ extra = {} }: Caller): string | undefined =>
  extra['authentication.kubernetes.io/node-name']?.join();

/** In the order in which they are tried. @see allImpersonationModes */
export const modes: readonly Mode[] = [
  {
    name: 'associated-node',
    isFor: (wanted, caller) =>
      saysOnlyName(wanted) &&
      nodeIn(wanted.name) !== undefined &&
      accountIn(caller.name) !== undefined &&
      nodeOf(caller) === nodeIn(wanted.name),
  },
  { name: 'arbitrary-node', isFor: (wanted) => saysOnlyName(wanted) && nodeIn(wanted.name) !== undefined },
  { name: 'serviceaccount', isFor: (wanted) => saysOnlyName(wanted) && accountIn(wanted.name) !== undefined },
  {
    name: 'user-info',
    isFor: ({ name }) => nodeIn(name) === undefined && accountIn(name) === undefined,
  },
];
