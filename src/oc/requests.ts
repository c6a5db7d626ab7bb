import type { Api } from '../port/api';

/**
 * The same API, whose warnings are heard: each of them once, however often a command is warned.
 * @param say is given each warning as it comes
 * @see k8s.io/client-go/rest NewWarningWriter
 */
export const hearingWarnings = (api: Api, say: (warning: string) => void): Api => {
  const said = new Set<string>();
  const onWarning = (text: string): void => {
    if (said.has(text)) return;
    said.add(text);
    say(text);
  };
  return {
    create: (manifest, options) => api.create(manifest, { ...options, onWarning }),
    patch: (ref, patch, type, options) => api.patch(ref, patch, type, { ...options, onWarning }),
    update: (object, options) => api.update(object, { ...options, onWarning }),
    get: (ref) => api.get(ref),
    list: (query) => api.list(query),
    delete: (ref, options) => api.delete(ref, options),
    deleteCollection: (query, options) => api.deleteCollection(query, options),
    evict: (ref, options) => api.evict(ref, options),
    watch: (query, onEvent) => api.watch(query, onEvent),
    kinds: () => api.kinds(),
  };
};

/** The same API, to which every write is only a question. */
export const onlyTrying = (api: Api): Api => ({
  ...api,
  create: (manifest, options) => api.create(manifest, { ...options, dryRun: true }),
  patch: (ref, patch, type, options) => api.patch(ref, patch, type, { ...options, dryRun: true }),
  update: (object, options) => api.update(object, { ...options, dryRun: true }),
  delete: (ref, options) => api.delete(ref, { ...options, dryRun: true }),
  deleteCollection: (query, options) => api.deleteCollection(query, { ...options, dryRun: true }),
  evict: (ref, options) => api.evict(ref, { ...options, dryRun: true }),
});
