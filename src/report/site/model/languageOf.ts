import type { Language } from '../../../language/language';
import type { FeatureEntry } from './site';

/** The language that is spoken around a feature: its own, if it is one of ours. */
export const languageOf = ({ language }: Pick<FeatureEntry, 'language'>): Language =>
  language === 'ko' ? 'ko' : 'en';
