import { isList, type JsonObject } from '../../../kubernetes/wire/patch/json';

/** Types that decide over requests of everybody, if nothing holds them. */
export const FENCED: ReadonlySet<string> = new Set([
  'admissionregistration.v1.MutatingWebhook',
  'admissionregistration.v1.ValidatingWebhook',
  'admissionregistration.v1.MutatingAdmissionPolicySpec',
  'admissionregistration.v1.ValidatingAdmissionPolicySpec',
]);

/**
 * Keeps what an example wants to be asked about requests to requests about its own objects: a webhook that nobody answers
 * would otherwise stop the whole cluster.
 */
export class Fence {
  readonly #condition: { readonly name: string; readonly expression: string };

  /** @param name of the condition, which no example may use */
  constructor(name: string, suffix: string) {
    const mark = `'${suffix}'`;
    this.#condition = {
      name,
      expression: `request.namespace.endsWith(${mark}) || request.name.endsWith(${mark})`,
    };
  }

  around(asked: JsonObject): JsonObject {
    const conditions = asked.matchConditions;
    if (conditions !== undefined && conditions !== null && !isList(conditions)) return asked;
    return { ...asked, matchConditions: [...(conditions ?? []), this.#condition] };
  }
}
