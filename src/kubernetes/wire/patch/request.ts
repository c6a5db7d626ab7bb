/**
 * `strategic` for `application/strategic-merge-patch+json`, `merge` for RFC 7386, `json` for RFC 6902, `apply` for
 * `application/apply-patch+yaml`: the object as somebody wants it, as far as they have a say in it.
 */
export type PatchType = 'strategic' | 'merge' | 'json' | 'apply';

/** What a PATCH request says: a body, and how it is meant. */
export interface PatchRequest {
  readonly patch: unknown;
  readonly type: PatchType;
}

/** A change that is worked out from what is stored and nothing else. */
export interface ChangeRequest extends PatchRequest {
  readonly type: Exclude<PatchType, 'apply'>;
}
