import { isOfKoreanEdition, KOREAN_EDITION } from '../../../catalogue/editions';
import type { FeatureEntry } from './site';

/** Says of features that the run has in two editions which readers each is for. */
export const withEditions = (features: readonly FeatureEntry[]): readonly FeatureEntry[] => {
  const uris = new Set(features.map(({ uri }) => uri));
  return features.map((feature) => {
    const { uri } = feature;
    if (isOfKoreanEdition(uri)) return { ...feature, only: 'ko' };
    return uris.has(uri.replace(/^features\//, KOREAN_EDITION)) ? { ...feature, only: 'en' } : feature;
  });
};
