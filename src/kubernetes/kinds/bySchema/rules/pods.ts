import type { Part } from '../../../fields/fill';
import type { LabelSelector } from '../../../fields/labels';
import {
  asStruct,
  forbidden,
  invalid,
  named,
  notSupported,
  required,
} from '../../../fields/validation/causes';
import { printedSelector, selects, validateLabelSelector } from '../../../fields/validation/labels';
import type { StringMap } from '../../../object';
import type { PodTemplateSpec } from '../../pod/pod';
import { validateTemplate } from '../../pod/validation/pod';
import type { Rule } from './rule';

interface Template {
  readonly metadata?: { readonly labels?: StringMap };
  readonly spec?: Part & { readonly restartPolicy?: string; readonly volumes?: readonly Part[] };
}

export const templateOf = (spec: Part): Template => (spec.template ?? {}) as Template;

/** A pod template, with all that is in it. */
export const podTemplate: Rule = (template, at) => validateTemplate(template as PodTemplateSpec, at);

/** The pod template of a spec, with all that is in it. */
export const itsTemplate: Rule = (spec, at) => podTemplate(templateOf(spec) as Part, `${at}.template`);

const selectorOf = (spec: Part): LabelSelector | undefined => (spec.selector ?? undefined) as LabelSelector;

/** A selector of pods: there, and not empty. */
export const selectsPods =
  (what: string): Rule =>
  (spec, at) => {
    const selector = selectorOf(spec);
    if (selector === undefined) return [required(`${at}.selector`)];
    const { matchLabels = {}, matchExpressions = [] } = selector;
    return [
      ...validateLabelSelector(selector, `${at}.selector`),
      ...(Object.keys(matchLabels).length + matchExpressions.length === 0
        ? [invalid(`${at}.selector`, asStruct({}), `empty selector is invalid for ${what}`)]
        : []),
    ];
  };

/** The labels of a template are those that its selector wants. No selector wants none. */
export const meetsItsSelector: Rule = (spec, at) => {
  const labels = templateOf(spec).metadata?.labels;
  return selects(selectorOf(spec), labels ?? {}) === false
    ? [
        invalid(
          `${at}.template.metadata.labels`,
          labels ?? null,
          '`selector` does not match template `labels`',
        ),
      ]
    : [];
};

/**
 * Rules of a template whose pods are selected: of one whose selector selects nothing that could be said nothing is
 * looked at. @param detail what is said of such a selector
 * @see pkg/apis/apps/validation/validation.go ValidateDeploymentSpec, ValidateStatefulSetSpec
 */
export const ifSelecting =
  (detail: string, ...rules: readonly Rule[]): Rule =>
  (spec, at) =>
    selects(selectorOf(spec), {}) === undefined
      ? [invalid(`${at}.selector`, printedSelector(selectorOf(spec)), detail)]
      : rules.flatMap((rule) => rule(spec, at));

/** Pods that a controller keeps running restart always, and have no deadline. */
export const keepsRunning =
  (what: string): Rule =>
  (spec, at) => {
    const { restartPolicy, activeDeadlineSeconds } = templateOf(spec).spec ?? {};
    const where = `${at}.template.spec`;
    return [
      ...(restartPolicy === 'Always'
        ? []
        : [notSupported(`${where}.restartPolicy`, restartPolicy, ['Always'])]),
      ...(activeDeadlineSeconds === undefined
        ? []
        : [forbidden(`${where}.activeDeadlineSeconds`, `activeDeadlineSeconds in ${what} is not Supported`)]),
    ];
  };

/** Pods that a job runs to their end do not restart always. */
export const runsToTheEnd: Rule = (spec, at) => {
  const { restartPolicy = '' } = templateOf(spec).spec ?? {};
  const where = `${at}.template.spec.restartPolicy`;
  if (restartPolicy === 'Always' || restartPolicy === '') {
    return [required(where, 'valid values: "OnFailure", "Never"')];
  }
  if (restartPolicy !== 'OnFailure' && restartPolicy !== 'Never') {
    return [notSupported(where, restartPolicy, ['OnFailure', 'Never'])];
  }
  return spec.podFailurePolicy && restartPolicy !== 'Never'
    ? [invalid(where, named(restartPolicy), 'only "Never" is supported when podFailurePolicy is specified')]
    : [];
};

/** The selector that a job was given, or made of its uid. */
export const jobSelector: Rule = (spec, at) => {
  const selector = selectorOf(spec);
  return [
    ...(selector === undefined
      ? [required(`${at}.selector`)]
      : validateLabelSelector(selector, `${at}.selector`)),
    ...meetsItsSelector(spec, at),
  ];
};

/** A template of jobs has no selector: every job gets one of its own. */
export const noSelector: Rule = (template, at) => {
  const spec = (template.spec ?? {}) as Part;
  return [
    ...(spec.selector
      ? [
          invalid(
            `${at}.spec.selector`,
            printedSelector(selectorOf(spec)),
            '`selector` will be auto-generated',
          ),
        ]
      : []),
    ...(spec.manualSelector === true
      ? [notSupported(`${at}.spec.manualSelector`, true, ['nil', 'false'])]
      : []),
  ];
};
