import type { Draft } from '../kubernetes/fields/copies';
import type { Node } from '../kubernetes/kinds/node/node';
import type { Pod } from '../kubernetes/kinds/pod/pod';
import type { ResourceQuota } from '../kubernetes/kinds/quota/resourceQuota';
import { resources } from '../kubernetes/kinds/resources';
import type { KubeObject, Manifest, StringMap } from '../kubernetes/object';
import { ApiError } from '../kubernetes/refusals';
import type { ResourceType } from '../kubernetes/resourceType';
import type { DeleteOptions } from '../port/api';
import type { Settings } from '../port/settings';
import { plugins, pluginsOfServed } from './apiserver/admission/plugins';
import { Registry } from './apiserver/registry/registry';
import type { WithStatus } from './apiserver/registry/status';
import { administrator } from './apiserver/requests/caller';
import { ApiServer } from './apiserver/requests/server';
import { Client, type NewObject } from './component/client';
import type { Surroundings } from './component/component';
import { calm, type Disturbance } from './simulation/disturbance';
import { Loop } from './simulation/loop';
import { Random } from './simulation/random';

export const NAMESPACE = 'shop';

/**
 * An API server and time, and nobody else: a test puts on stage the components it is about. There is one namespace,
 * `shop`. What the stage itself writes is not checked, as what the control plane writes.
 */
export class Stage implements Surroundings {
  readonly loop: Loop;
  readonly registry: Registry;
  readonly server: ApiServer;
  readonly settings: Draft<Settings> = {
    legacyScheduling: false,
    defaultNodeSelector: '',
    securityContextConstraints: false,
  };
  readonly disturbance: Disturbance;

  constructor({
    seed = 1,
    disturbance = calm,
    managedFields = false,
    isServed = false,
  }: {
    seed?: number;
    disturbance?: Disturbance;
    managedFields?: boolean;
    /** Objects are admitted as those of a cluster that is served. */
    isServed?: boolean;
  } = {}) {
    this.loop = new Loop(new Random(seed), () => this.registry.store.size);
    this.registry = new Registry(this.loop, this.settings, {
      managedFields,
      ...(isServed ? { admission: [...plugins, ...pluginsOfServed] } : {}),
    });
    this.server = new ApiServer(this.registry);
    this.disturbance = disturbance;
    this.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } });
  }

  /** Stores an object; a namespaced one without a namespace goes to `shop`. */
  create<T extends KubeObject>(object: NewObject): T {
    const namespace = object.metadata?.namespace ?? NAMESPACE;
    const metadata = isNamespaced(object.kind) ? { ...object.metadata, namespace } : object.metadata;
    return new Client(this.registry, calm).create<T>({ ...object, metadata } as Manifest);
  }

  /** Stores a bound or unbound pod with one container. */
  pod(name: string, { node, ...spec }: { readonly node?: string } & Partial<Pod['spec']> = {}): Pod {
    return this.create<Pod>({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name },
      spec: {
        containers: [{ name: 'main', image: 'agent:v1' }],
        ...(node ? { nodeName: node } : {}),
        ...spec,
      },
    });
  }

  /** Stores a node without the taint that new nodes get. */
  node(name: string, rest: Partial<Node> = {}): Node {
    this.create({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name },
      spec: {},
      status: { allocatable: { cpu: '4', memory: '16Gi', pods: '110' } },
      ...rest,
    } as NewObject);
    return this.amend<Node>(resources.nodes, name, (node) => ({ ...node, spec: rest.spec ?? {} }));
  }

  /** Stores a quota as the quota controller leaves it. @param used how much of it is used; all by default */
  quota(name: string, hard: StringMap, used: StringMap = hard): void {
    this.create({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name }, spec: { hard } });
    this.amendStatus<ResourceQuota>(resources.resourcequotas, name, () => ({ hard, used }));
  }

  amend<T extends KubeObject>(resource: ResourceType<T>, name: string, change: (current: T) => T): T {
    const namespace = resource.namespaced ? NAMESPACE : undefined;
    return this.registry.update(resource, namespace, name, change);
  }

  amendStatus<T extends WithStatus>(
    resource: ResourceType<T>,
    name: string,
    change: (current: T) => T['status'],
  ): T {
    const namespace = resource.namespaced ? NAMESPACE : undefined;
    return this.registry.updateStatus(resource, namespace, name, change);
  }

  delete(resource: ResourceType, name: string, options: DeleteOptions = {}): void {
    this.server.delete(resource, resource.namespaced ? NAMESPACE : undefined, name, options, administrator);
  }

  /** The object, or undefined if there is none. */
  find<T extends KubeObject>(resource: ResourceType<T>, name: string, namespace = NAMESPACE): T | undefined {
    return this.registry.store.get(resource, resource.namespaced ? namespace : undefined, name);
  }

  names(resource: ResourceType): string[] {
    return [...this.registry.store.all(resource)].map(({ metadata }) => metadata.name).sort();
  }
}

const isNamespaced = (kind: string): boolean =>
  Object.values(resources).some((resource) => resource.kind === kind && resource.namespaced);

/** The refusal that a call is answered with. */
export const refusalOf = (call: () => unknown): ApiError => {
  try {
    call();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};
