import { encodeBytes } from '../../kubernetes/wire/schema/base64';
import { setField } from '../../kubernetes/wire/values';
import { type Field, type Message, messageNamed } from './messages';
import { ownWay } from './ownWays';
import { ProtobufProblem } from './problem';
import { FieldReader, type Value, ZEROS } from './wire';

/** How deep messages may be nested in each other. */
const DEEPEST = 500;
/** How many messages a body may be made of: an empty one takes two bytes there, and a hundred times as much in memory. */
const MOST_MESSAGES = 250_000;

/** What was written of a field: of a message all its parts, which count as one; of a list its values. */
type Written = Value | readonly Value[] | ReadonlyMap<string, Value>;

const isZero = (value: Value): boolean =>
  value === '' || value === false || value === 0 || (value instanceof Uint8Array && value.length === 0);

/** Reads the messages of one body as Go's JSON would write them. */
export class Decoder {
  #depth = 0;
  #messages = 0;
  readonly #nested: (bytes: Uint8Array, decoder: Decoder) => unknown;

  /** @param nested reads what a field keeps as it came: JSON, or a whole object in protobuf */
  constructor(nested: (bytes: Uint8Array, decoder: Decoder) => unknown) {
    this.#nested = nested;
  }

  /**
   * Reads a message.
   * @param parts its bytes; if it was written several times, all of them: protobuf puts them together
   * @param asWritten leaves bytes as they are, instead of making base64 of them
   * @throws ProtobufProblem
   */
  message(name: string, parts: readonly Uint8Array[], asWritten = false): Record<string, unknown> {
    if (++this.#messages > MOST_MESSAGES) throw new ProtobufProblem('too many messages');
    if (++this.#depth > DEEPEST) throw new ProtobufProblem('exceeded max depth');
    const message = messageNamed(name);
    const written = this.#read(message, parts);
    const object: Record<string, unknown> = {};
    for (const field of message.fields) {
      const value = this.#json(field, written[field.index], asWritten);
      if (field.inline) Object.assign(object, value);
      else if (value !== undefined) object[field.name] = value;
    }
    this.#depth--;
    return object;
  }

  /** What is written of each field, by its index. */
  #read(message: Message, parts: readonly Uint8Array[]): readonly (Written | undefined)[] {
    const written: (Written | undefined)[] = [];
    for (const part of parts) {
      const reader = new FieldReader(part, message);
      for (let next = reader.next(); next; next = reader.next()) {
        const { field, isPacked } = next;
        const { index, scalar } = field;
        if (field.map) {
          const [key, value] = reader.entry(scalar ?? 'bytes');
          const map = written[index];
          if (map instanceof Map) map.set(key, value);
          else written[index] = new Map([[key, value]]);
        } else if (scalar !== undefined && !field.repeated) written[index] = reader.scalar(scalar);
        else {
          const list = (written[index] ?? []) as Value[];
          written[index] = list;
          if (scalar === undefined) list.push(reader.block());
          else if (isPacked) for (const value of reader.packed(scalar)) list.push(value);
          else list.push(reader.scalar(scalar));
        }
      }
    }
    return written;
  }

  /** A field as Go's JSON writes it; undefined if it leaves it out. @see encoding/json omitempty */
  #json(field: Field, written: Written | undefined, asWritten: boolean): unknown {
    const { scalar, pointer, omitempty } = field;
    const nothing = omitempty ? undefined : null;
    if (field.map) return written instanceof Map ? this.#mapOf(field, written) : nothing;
    if (field.repeated)
      return Array.isArray(written) ? written.map((each) => this.#valueOf(field, each, asWritten)) : nothing;
    if (scalar === undefined) {
      if (written === undefined && pointer) return nothing;
      const value = this.#messageOf(field.t, (written ?? []) as readonly Uint8Array[]);
      return field.omitzero && value === null ? undefined : value;
    }
    if (written === undefined) {
      if (pointer || scalar === 'bytes' || omitempty) return nothing;
      return ZEROS[scalar];
    }
    const value = written as Value;
    return !pointer && omitempty && isZero(value) ? undefined : this.#valueOf(field, value, asWritten);
  }

  #mapOf(field: Field, written: ReadonlyMap<string, Value>): Readonly<Record<string, unknown>> {
    const map: Record<string, unknown> = {};
    for (const [key, value] of written) setField(map, key, this.#valueOf(field, value, false));
    return map;
  }

  #valueOf({ scalar, t, goName }: Field, value: Value, asWritten: boolean): unknown {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new ProtobufProblem(`json: unsupported value: ${goName} is ${value}`);
    if (!(value instanceof Uint8Array)) return value;
    if (scalar === undefined) return this.#messageOf(t, [value]);
    return asWritten ? value : encodeBytes(value);
  }

  #messageOf(name: string, parts: readonly Uint8Array[]): unknown {
    const way = ownWay(name);
    if (!way) return this.message(name, parts);
    const isEmpty = parts.every((part) => part.length === 0);
    return way.fromFields(this.message(name, parts, true), {
      isEmpty,
      nested: (bytes) => this.#nested(bytes, this),
    });
  }
}
