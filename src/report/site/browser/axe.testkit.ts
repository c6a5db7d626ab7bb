import { source } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with the page that is shown: the rule, what it asks for, and where. Pages that are not shown are
 * taken away before: they are not judged, and take long.
 */
export const violationsIn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(source);
  return page.evaluate<readonly string[]>(`
    for (const other of document.querySelectorAll('.page:not(.on)')) other.remove();
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, help, nodes }) =>
        nodes.slice(0, 3).map(({ html }) => id + ': ' + help + ': ' + html.slice(0, 160))))
  `);
};
