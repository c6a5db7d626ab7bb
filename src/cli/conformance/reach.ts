import { connect } from '../../drivers/kubernetes/connection/connect';
import type { Connection } from '../../drivers/kubernetes/connection/connection';
import { ConnectionLost } from '../../drivers/kubernetes/connection/connectionLost';
import { ApiError } from '../../kubernetes/refusals';
import { Refusal } from '../support/refusal';
import type { Asked } from './options';

/** How long a server is given to answer before anything has begun. In milliseconds. */
const LIMITS = { answer: 15_000, outage: 5_000, busy: 20_000 };

/** The same, with what the server says for why. @throws Refusal */
export const asRefusal = (error: unknown, { server }: { readonly server: string }): unknown => {
  if (error instanceof ConnectionLost) return new Refusal([error.message]);
  if (error instanceof ApiError) return new Refusal([`The API server ${server} refuses: ${error.message}`]);
  return error;
};

/**
 * Connects with the cluster that was named.
 * @returns the connection, and the version that the server says it is
 * @throws Refusal if there is no such context, nobody answers, or what answers is no Kubernetes, or does not know who asks
 */
export const reach = async ({
  context,
  kubeconfig,
}: Asked): Promise<{ readonly connection: Connection; readonly version: string }> => {
  try {
    return await connect({ context, ...(kubeconfig === undefined ? {} : { kubeconfig }) }, LIMITS);
  } catch (error) {
    if (error instanceof ApiError)
      throw new Refusal([`The API server of the context "${context}" refuses: ${error.message}`]);
    // Each of the errors that a connection has says in a sentence what is amiss.
    throw isTold(error) ? new Refusal([error.message]) : error;
  }
};

const TOLD = ['KubeconfigError', 'ConnectionLost', 'NotKubernetes'];

const isTold = (error: unknown): error is Error =>
  error instanceof Error && TOLD.includes(error.constructor.name);
