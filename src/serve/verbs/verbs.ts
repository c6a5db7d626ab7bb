import type { Handler } from '../http/answer';
import type { Asked } from '../http/asked';
import type { Verb } from '../http/target';
import { watch } from '../watch/watch';
import { create } from './create';
import { remove } from './delete';
import { removeCollection } from './deleteCollection';
import { get } from './get';
import { list } from './list';
import { patch } from './patch';
import { update } from './update';

/** Who handles which verb. */
export const verbs: Readonly<Record<Verb, Handler<Asked>>> = {
  get,
  list,
  watch,
  create,
  update,
  patch,
  delete: remove,
  deletecollection: removeCollection,
};
