import type { InLanguages, Language } from '../language/language';
import { factsBetween } from './facts/between';
import type { Scene } from './scene';
import { whatIsAlike } from './words/alike';
import { english } from './words/english';
import { fold } from './words/fold';
import { korean } from './words/korean';
import type { Speech } from './words/speech';

const speeches: InLanguages<Speech> = { en: english, ko: korean };

/** A sentence may have so many parts. */
const MOST_CLAUSES = 6;

/** What has changed between two pictures of one film, in one sentence. Short where much has. */
export const changeInWords = (before: Scene, after: Scene, language: Language): string => {
  const { news, sentence, nothingNew } = speeches[language];
  const { shown, more } = fold(factsBetween(before, after), MOST_CLAUSES);
  return shown.length === 0 ? nothingNew : sentence(shown.map(news), more);
};

/** What a picture shows, in one sentence: which pods are on which nodes, and how they are. Short where much is. */
export const sceneInWords = (scene: Scene, language: Language): string => {
  const { standing, sentence, node, nothingThere } = speeches[language];
  const { shown, more } = fold(whatIsAlike(scene, node), MOST_CLAUSES);
  return shown.length === 0 ? nothingThere : sentence(shown.map(standing), more);
};
