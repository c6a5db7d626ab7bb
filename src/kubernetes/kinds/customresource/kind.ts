import type { Read } from '../../wire/schema/decode';
import { defineKind, type Kind } from '../kind';
import type { CustomKind } from './definition/customKinds';
import { rulesOfCustomKind } from './rules';

/** A kind that a CustomResourceDefinition defines, and how its objects are read. */
export const customKind = (defined: CustomKind): Kind & { readonly read: Read } => {
  const { read, ...rules } = rulesOfCustomKind(defined);
  return { ...defineKind({ ...defined, ...rules }), read };
};
