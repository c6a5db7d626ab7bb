import { writeJson } from '../../kubernetes/fields/exactJson';
import type { Form } from './form';

/** What a watch tells a client. */
export interface Message {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: object;
}

interface Line {
  readonly type: string;
  readonly bytes: Buffer;
}

/** So many bytes of lines are remembered for each form. */
const REMEMBERED = 4 * 1024 * 1024;

const jsonLine = (type: string, object: object): Buffer =>
  Buffer.from(`{"type":"${type}","object":${writeJson(object)}}\n`);

/** The last lines that were written in one form. */
class Memory {
  /** The oldest first. */
  readonly #lines = new Map<object, Line>();
  #size = 0;

  find(type: string, object: object): Buffer | undefined {
    const line = this.#lines.get(object);
    return line?.type === type ? line.bytes : undefined;
  }

  keep(type: string, object: object, bytes: Buffer): void {
    this.#forget(object);
    this.#lines.set(object, { type, bytes });
    this.#size += bytes.length;
    for (const oldest of this.#lines.keys()) {
      if (this.#size <= REMEMBERED) break;
      this.#forget(oldest);
    }
  }

  #forget(object: object): void {
    const line = this.#lines.get(object);
    if (!line) return;
    this.#size -= line.bytes.length;
    this.#lines.delete(object);
  }
}

/**
 * Writes what clients are told. What goes to many of them in the same form is written once.
 * @see k8s.io/apiserver/pkg/storage/cacher cachingObject
 */
export class Scribe {
  readonly #memories = new Map<string, Memory>();

  /** @param isFirst nothing was told to this client before */
  line({ type, object }: Message, form: Form, isFirst: boolean): Buffer {
    const { frame: write = jsonLine } = form;
    if (type === 'ERROR') return write(type, object);
    if (isFirst && form.showFirst) return write(type, form.showFirst(object));
    if (type === 'BOOKMARK' || form.name === undefined) return write(type, form.show(object));
    const memory = this.#memoryOf(form.name);
    const known = memory.find(type, object);
    if (known) return known;
    const bytes = write(type, form.show(object));
    memory.keep(type, object, bytes);
    return bytes;
  }

  #memoryOf(name: string): Memory {
    let memory = this.#memories.get(name);
    if (!memory) {
      memory = new Memory();
      this.#memories.set(name, memory);
    }
    return memory;
  }
}
