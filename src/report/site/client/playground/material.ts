import type { Material } from '../../../../play/material';
import { unpacked } from '../packed';

let material: Promise<Material> | undefined;

/** What the page brings along for its playground; unpacked once. */
export const materialOfPage = (): Promise<Material> => {
  material ??= unpacked('data-material').then((text): Material => JSON.parse(text));
  return material;
};
