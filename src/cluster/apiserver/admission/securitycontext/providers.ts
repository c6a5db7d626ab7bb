import { resources } from '../../../../kubernetes/kinds/resources';
import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import { securitycontextconstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/kind';
import { EXPECTED_CONSTRAINTS } from '../../../../kubernetes/kinds/securitycontextconstraints/stock';
import type { KubeObject } from '../../../../kubernetes/object';
import { notFound } from '../../../../kubernetes/refusals';
import type { Store } from '../../registry/store';
import { inOrder } from './order';
import { checkNamespaceRanges, inNamespace, UnusableConstraints } from './ranges';

type Constraints = readonly SecurityContextConstraints[];

/** @throws UnusableConstraints if one of the stock is missing: the list is then taken for incomplete */
const checkStock = (all: Constraints): void => {
  const names = new Set(all.map(({ metadata }) => metadata.name));
  const missing = EXPECTED_CONSTRAINTS.filter((name) => !names.has(name)).sort();
  if (missing.length === 0) return;
  throw new UnusableConstraints(
    `securitycontextconstraints.security.openshift.io cache is missing ${missing.join(', ')}`,
  );
};

/** The constraints in question, in order: all of them, or the one that a pod insists on. */
const inQuestion = (all: Constraints, required: string | undefined): Constraints => {
  if (!required) return inOrder(all);
  const found = all.find(({ metadata }) => metadata.name === required);
  if (found) return [found];
  const { message } = notFound(securitycontextconstraints, required);
  throw new UnusableConstraints(`failed to retrieve the required SCC "${required}": ${message}`);
};

const areSame = (a: Constraints, b: Constraints): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

/**
 * What pods of a namespace are held against. It is worked out once for each state of the namespace and of the
 * constraints: a daemon set makes many pods while neither changes.
 */
export class Providers {
  readonly #store: Store;
  #all: Constraints = [];
  #known = new WeakMap<KubeObject, Constraints>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * The constraints in order, as they hold in the namespace.
   * @param required the only one in question
   * @throws UnusableConstraints
   */
  for(namespaceName: string, required: string | undefined): Constraints {
    const all: Constraints = this.#store.all(securitycontextconstraints);
    if (!areSame(all, this.#all)) {
      this.#all = all;
      this.#known = new WeakMap();
    }
    const namespace = this.#store.get(resources.namespaces, undefined, namespaceName);
    if (!namespace) throw notFound(resources.namespaces, namespaceName);
    if (required) return this.#workOut(namespace, required);
    let known = this.#known.get(namespace);
    if (!known) {
      known = this.#workOut(namespace);
      this.#known.set(namespace, known);
    }
    return known;
  }

  #workOut(namespace: KubeObject, required?: string): Constraints {
    checkStock(this.#all);
    const listed = inQuestion(this.#all, required);
    checkNamespaceRanges(namespace);
    return listed.map((each) => inNamespace(each, namespace));
  }
}
