import { bytesOf } from './base64';
import type { Node, ScalarNode } from './node';
import { YamlProblem } from './problem';
import { BINARY, MERGE, resolve, type Scalar } from './resolve';
import { decodeUtf8 } from './utf8';

/** What a scalar stands for; bytes are text. @throws YamlProblem */
export const scalarOf = ({ tag, value, implicit }: ScalarNode): Scalar => {
  if (tag === '' && !implicit) return { type: 'str', value };
  if (tag !== BINARY) return resolve(tag, value);
  const bytes = bytesOf(value);
  if (!bytes) throw new YamlProblem('!!binary value contains invalid base64 data');
  return { type: 'str', value: decodeUtf8(bytes) };
};

/** Whether a key takes in the fields of other maps. */
export const isMerge = (key: Node): boolean =>
  key.kind === 'scalar' && key.value === '<<' && (key.implicit || key.tag === MERGE);

/** What an alias stands for; any other node itself. */
export const target = (node: Node): Node => (node.kind === 'alias' ? node.target : node);
