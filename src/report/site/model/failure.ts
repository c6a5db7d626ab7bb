import { type Example, isBroken, locationOf } from '../../../run/example';
import type { RunOptions } from '../../../run/options';
import { errorOf, evidence, rerun } from '../../failures';
import type { ExampleEntry, Failure, FeatureEntry } from './site';

/** What is to be said of an example that failed. */
export const failureOf = (example: Example, run: RunOptions): Failure => ({
  location: locationOf(example),
  errors: example.steps.filter(({ outcome }) => outcome === 'failed').map(errorOf),
  cluster: example.steps.flatMap(evidence),
  again: rerun(example, run),
});

/** The same features; what failed in them says why. */
export const withFailures = (features: readonly FeatureEntry[], run: RunOptions): readonly FeatureEntry[] => {
  const withFailure = (entry: ExampleEntry): ExampleEntry =>
    isBroken(entry.example) ? { ...entry, failure: failureOf(entry.example, run) } : entry;
  return features.map((feature) => ({
    ...feature,
    rules: feature.rules.map((rule) => ({ ...rule, examples: rule.examples.map(withFailure) })),
  }));
};
