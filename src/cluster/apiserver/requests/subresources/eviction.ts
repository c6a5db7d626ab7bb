import type { Manifest } from '../../../../kubernetes/object';
import { badRequest } from '../../../../kubernetes/refusals';
import type { DeleteOptions } from '../../../../port/api';
import { evict } from '../eviction';
import { done, type PartHandler } from './part';

type Options = Omit<DeleteOptions, 'dryRun'> & { readonly dryRun?: readonly string[] };

const deleteOptionsOf = ({ deleteOptions }: Manifest): Options => (deleteOptions ?? {}) as Options;

/** Asks a pod to leave. @see k8s.io/kubernetes/pkg/registry/core/pod/storage EvictionREST */
export const eviction: PartHandler = {
  create: ({ registry, namespace = '', name, options }, sent) => {
    if (name !== sent.metadata?.name) throw badRequest('name in URL does not match name in Eviction object');
    const { dryRun = [], ...asked } = deleteOptionsOf(sent);
    evict(registry, namespace, name, { ...asked, dryRun: options.dryRun || dryRun.includes('All') });
    return done;
  },
};
