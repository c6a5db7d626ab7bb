import { expect } from 'chai';
import type { Part } from '../../../../kubernetes/fields/fill';
import type { Kind } from '../../../../kubernetes/kinds/kind';
import type { KubeObject, Manifest } from '../../../../kubernetes/object';
import { NAMESPACE, Stage } from '../../../stage.testkit';
import { administrator } from '../caller';
import type { PartPlace } from '../parts';

/** A stage on which an administrator reads and writes parts of objects, which are read loosely. */
export class PartStage extends Stage {
  kind(word: string): Kind {
    return this.registry.kinds.named(word) ?? expect.fail(`there is no ${word}`);
  }

  at(word: string, name: string, part: string, container?: string): PartPlace {
    const resource = this.kind(word);
    return { resource, name, part, container, ...(resource.namespaced ? { namespace: NAMESPACE } : {}) };
  }

  get(word: string, name: string, part: string): Part {
    return { ...this.server.parts.get(this.at(word, name, part), administrator) };
  }

  put(word: string, name: string, part: string, sent: Part): Part {
    return { ...this.server.parts.update(this.at(word, name, part), sent as Manifest, administrator) };
  }

  post(word: string, name: string, part: string, sent: Part): Part {
    return { ...this.server.parts.create(this.at(word, name, part), sent as Manifest, administrator) };
  }

  merge(word: string, name: string, part: string, patch: Part): Part {
    return {
      ...this.server.parts.patch(this.at(word, name, part), { patch, type: 'merge' }, administrator),
    };
  }

  /** What is stored of a kind under a name. */
  stored(
    word: string,
    name: string,
  ): { readonly metadata: Part; readonly spec: Part; readonly status: Part } {
    const { namespaced } = this.kind(word);
    const object = this.registry.get(this.kind(word), namespaced ? NAMESPACE : undefined, name);
    return { spec: {}, status: {}, ...object, metadata: { ...object.metadata } };
  }

  /** Stores an object as an administrator sends it. */
  send(object: Part): KubeObject {
    return this.server.create(object as Manifest, administrator, NAMESPACE);
  }
}
