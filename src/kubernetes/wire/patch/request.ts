/** `strategic` for `application/strategic-merge-patch+json`, `merge` for RFC 7386, `json` for RFC 6902. */
export type PatchType = 'strategic' | 'merge' | 'json';

/** What a PATCH request says: a body, and how it is meant. */
export interface PatchRequest {
  readonly patch: unknown;
  readonly type: PatchType;
}
