import type { Kind } from '../../../../kubernetes/kinds/kind';
import type { KubeObject, Manifest } from '../../../../kubernetes/object';
import type { WriteOptions } from '../../../../port/api';
import type { Registry } from '../../registry/registry';
import type { Tokens } from '../authentication/tokens';
import type { Caller } from '../caller';

/** A request for a part of an object, or for something to be done with it. Its caller may make it. */
export interface PartRequest {
  readonly registry: Registry;
  readonly caller: Caller;
  readonly kind: Kind;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly options: WriteOptions;
  readonly tokens: Tokens | undefined;
  /** The container that is meant, where the request names one. */
  readonly container: string | undefined;
}

/** What somebody makes of what there is: what they send instead of it, or a patch of it. It is decoded, not checked. */
export type PartChange<T extends KubeObject> = (current: T) => T;

/** What is answered to an order that has been carried out. */
export interface Success {
  readonly kind: 'Status';
  readonly apiVersion: 'v1';
  readonly metadata: object;
  readonly status: 'Success';
  readonly code: number;
}

export const done: Success = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 };

/** What a subresource does. What it does not do, nobody is let through to. Refusals are thrown as ApiError. */
export interface PartHandler {
  get?(request: PartRequest): KubeObject;
  /** PUT and PATCH. @returns what is there then */
  write?(request: PartRequest, change: PartChange<KubeObject>): KubeObject;
  /** POST. */
  create?(request: PartRequest, sent: Manifest): KubeObject | Success;
  /** DELETE, which only those know that pass requests on. */
  delete?(request: PartRequest): KubeObject;
}
