import type { Form } from '../../../catalogue/phrases/form';
import type { InLanguages, Language } from '../../../language/language';
import type { Material } from '../../../play/material';
import type { Told } from '../../../run/editions';
import type { Example } from '../../../run/example';
import type { Extent } from '../../../run/extent';
import type { StepError } from '../../failures';
import type { ClaimResult } from '../../verdicts';
import type { Step } from '../components/step';

/** All that the page says. Everything in it but our own words is text from outside. */
export interface Site {
  readonly run: RunFacts;
  /** In the order of the register. */
  readonly claims: readonly ClaimEntry[];
  readonly questions: readonly QuestionEntry[];
  /** Those of which something was in the run, in its order. */
  readonly features: readonly FeatureEntry[];
  /** By subject. */
  readonly phrases: readonly PhraseGroup[];
  /** What stands for what in phrases: a name in braces, and what it means. */
  readonly legend: readonly (readonly [name: string, meaning: string])[];
  /** What the playground is given. */
  readonly material: Material;
}

/** What was run, where and how. */
export interface RunFacts {
  /** The name of the driver. */
  readonly driver: string;
  /** What it gives, in its own words. */
  readonly description: string;
  /** True for the cluster in memory, false for a real one. */
  readonly isModel: boolean;
  /** The context of a cluster that exists. */
  readonly context?: string | undefined;
  /** `openshift`; undefined if nobody knows. */
  readonly distribution?: string | undefined;
  /** `v1.36.2`; undefined if nobody knows. */
  readonly kubernetes?: string | undefined;
  /** The version of Rollcall. */
  readonly rollcall: string;
  readonly seed?: number;
  readonly disturbed: boolean;
  /** Milliseconds since 1970. */
  readonly began: number;
  /** Milliseconds. */
  readonly elapsed: number;
  /** How many examples were to be run. */
  readonly planned: number;
  /** Those that were executed. */
  readonly told: Told;
  readonly passed: number;
  readonly broken: number;
  readonly skipped: number;
  /** Those that were tried, and of which nobody can tell. */
  readonly unsure: number;
  /** How far it got. */
  readonly extent: Extent;
  /** What could not be read, and what failed outside of all examples: a sentence each. */
  readonly problems: readonly string[];
  /** The command that runs the same again. */
  readonly again: string;
  /** Other reports of the same run, in the same folder. */
  readonly beside: readonly string[];
}

export interface ClaimEntry extends ClaimResult {
  /** The rules with examples of it, in the order of the run. */
  readonly rules: readonly ClaimRule[];
  /** Folders of the features that speak of it. */
  readonly subjects: readonly string[];
  /** What its examples ask of a cluster. */
  readonly needs: readonly string[];
}

export interface ClaimRule {
  readonly feature: FeatureEntry;
  readonly rule: RuleEntry;
  readonly examples: readonly ExampleEntry[];
}

/** What people ask, and what may be behind it, the most usual first. */
export interface QuestionEntry {
  readonly address: string;
  readonly asks: InLanguages;
  readonly causes: readonly CauseEntry[];
}

export interface CauseEntry {
  readonly says: InLanguages;
  readonly claim: ClaimEntry;
  /** Where it can be seen happen, in the edition of each language: an example or, where none was run, the claim. */
  readonly addresses: InLanguages;
}

export interface FeatureEntry {
  readonly address: string;
  readonly uri: string;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  /** In which Gherkin it is written: `en`, `ko`. */
  readonly language: string;
  /** The only language that it is for: the run has the same feature in the other. */
  readonly only?: Language;
  /** Its folder, `rolling-update`; empty if it is in none. */
  readonly subject: string;
  /** What is given in each of its examples. */
  readonly background: readonly Step[];
  readonly rules: readonly RuleEntry[];
}

/** A rule, or the examples of a feature that stand under none: they have no title. */
export interface RuleEntry {
  readonly address: string;
  readonly title?: string;
  readonly description: string;
  /** Where its truth comes from, part by part. */
  readonly authority: readonly string[];
  /** What is given in each of its examples, besides what the feature says. */
  readonly background: readonly Step[];
  readonly examples: readonly ExampleEntry[];
}

export interface ExampleEntry {
  readonly address: string;
  readonly example: Example;
  /** Only of one that failed. */
  readonly failure?: Failure;
}

export interface PhraseGroup {
  /** `Daemon sets: status`; Korean phrases stand in groups of their own, whose files are in a folder `ko`. */
  readonly title: string;
  /** The only language that there is something in it for. */
  readonly only?: Language;
  readonly phrases: readonly PhraseEntry[];
}

export interface PhraseEntry {
  readonly address: string;
  readonly language: Language;
  /** The only language that it is for: there is the same phrase in the other. */
  readonly only?: Language;
  /** As readers see it: `node {string} is labelled {labels}` */
  readonly pattern: string;
  readonly form?: Form;
  readonly usage?: PhraseUsage;
}

export interface PhraseUsage {
  readonly line: string;
  readonly below: readonly string[];
  /** The whole example it is taken from, as a feature that can be run. */
  readonly feature: string;
  /** Where that example stands in the page. */
  readonly address: string;
}

/** What is known of an example that failed. */
export interface Failure {
  /** `features/a.feature:12` */
  readonly location: string;
  /** What went wrong in each step that failed. None where a step was not understood. */
  readonly errors: readonly StepError[];
  /** The cluster at that moment, as text. */
  readonly cluster: readonly string[];
  /** The command that runs the example again, alone. */
  readonly again: string;
}
