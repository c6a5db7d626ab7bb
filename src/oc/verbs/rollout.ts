import { toTimestamp } from '../../kubernetes/fields/time';
import type { ControllerRevision } from '../../kubernetes/kinds/controllerrevision/controllerRevision';
import { templateText } from '../../kubernetes/kinds/pod/description/template';
import { alignTabs, DESCRIBE_TABS } from '../../kubernetes/print/tabs';
import { findAll, forEachFound, forEachTarget, warnOfNothing } from '../each';
import { fail } from '../errors';
import { list, text, wholeNumber } from '../flags';
import { daemonSetIn, hasTemplateOf, needResource, revisionsOf, templateOf } from '../history';
import { changeFlags } from '../output';
import { nameOf, refOf } from '../targets';
import { defineVerb } from '../verb';

const CHANGE_CAUSE = 'kubernetes.io/change-cause';
const selection = { selector: text('l'), filename: list('f') };

const historyTable = (revisions: readonly ControllerRevision[]): string => {
  const rows = revisions.map(({ revision, metadata }) => {
    const cause = metadata.annotations?.[CHANGE_CAUSE] || '<none>';
    return `${revision}\t${cause}\n`;
  });
  return alignTabs(`REVISION\tCHANGE-CAUSE\n${rows.join('')}`, DESCRIBE_TABS);
};

const oneRevision = (revisions: readonly ControllerRevision[], number: number): string => {
  const found = revisions.find(({ revision }) => revision === number);
  if (!found) throw fail('unable to find the specified revision');
  return templateText(templateOf(found));
};

/** `rollout history`: the revisions of a daemon set, or the template of one of them. */
export const rolloutHistory = defineVerb({
  name: 'rollout history',
  reads: true,
  flags: { revision: wholeNumber(), ...selection },
  async run(session, words, { revision = 0, ...filter }) {
    needResource(words, filter.filename);
    if (revision < 0) throw fail(`revision must be a positive integer: ${revision}`);
    await forEachTarget(session, words, { ...filter, all: true }, async (target) => {
      const set = daemonSetIn(target, 'history');
      const revisions = await revisionsOf(session, set);
      const name = nameOf(target.resource, set.metadata.name);
      if (revision > 0) {
        session.print(`${name} with revision #${revision}\n${oneRevision(revisions, revision)}`);
      } else session.print(`${name} \n${historyTable(revisions)}`);
    });
  },
});

/** The revision to go back to; 0 means the one before the last. @throws CommandError */
const goal = (revisions: readonly ControllerRevision[], number: number): ControllerRevision => {
  if (number === 0) {
    const previous = revisions.at(-2);
    if (!previous) throw fail('no last revision to roll back to');
    return previous;
  }
  const found = revisions.find(({ revision }) => revision === number);
  if (!found) throw fail(`unable to find specified revision ${number} in history`);
  return found;
};

/** `rollout undo`: gives a daemon set the template of an earlier revision. */
export const rolloutUndo = defineVerb({
  name: 'rollout undo',
  flags: { toRevision: wholeNumber(), dryRun: changeFlags.dryRun, ...selection },
  async run(session, words, { toRevision = 0, dryRun, ...filter }) {
    needResource(words, filter.filename);
    await forEachTarget(session, words, { ...filter, all: true }, async (target) => {
      const set = daemonSetIn(target, 'undo');
      const revision = goal(await revisionsOf(session, set), toRevision);
      const name = nameOf(target.resource, set.metadata.name);
      if (dryRun) {
        session.print(`${name} will roll back to ${templateText(templateOf(revision))} (dry run)`);
        return;
      }
      if (hasTemplateOf(set, revision)) {
        session.print(`${name} skipped rollback (current template already matches revision ${toRevision})`);
        return;
      }
      await session.api.patch(refOf(target), revision.data, 'strategic');
      session.print(`${name} rolled back`);
    });
  },
});

const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** `rollout restart`: marks the template with the time, so that every pod is replaced. */
export const rolloutRestart = defineVerb({
  name: 'rollout restart',
  flags: selection,
  async run(session, words, filter) {
    needResource(words, filter.filename);
    const found = await findAll(session, words, { ...filter, all: true });
    warnOfNothing(session, found);
    await forEachFound(found, async (target) => {
      const set = daemonSetIn(target, 'restart');
      const now = toTimestamp(session.now());
      if (set.spec.template.metadata?.annotations?.[RESTARTED_AT] === now) {
        throw fail(
          `failed to create patch for ${set.metadata.name}: ` +
            'if restart has already been triggered within the past second, please wait before attempting to trigger another',
        );
      }
      const body = { spec: { template: { metadata: { annotations: { [RESTARTED_AT]: now } } } } };
      await session.api.patch(refOf(target), body, 'strategic');
      session.print(`${nameOf(target.resource, set.metadata.name)} restarted`);
    });
  },
});
