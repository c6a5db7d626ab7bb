import type { Page } from 'playwright-core';

/** What reaches over the right edge of the window: the beginning of each element. */
export const tooWideIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('header *, .page.on *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  })()`);

/** What is cut off, or to be scrolled within the page. */
export const cutOffIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`
    [...document.querySelectorAll('.page.on *')]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX))
      .filter((element) => element.clientWidth > 1)
      .map((element) => element.outerHTML.slice(0, 120))
  `);

/** How bright the paper is, from 0 to 255. */
export const brightnessOf = (page: Page): Promise<number> =>
  page.evaluate<number>(`(() => {
    const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/g).map(Number);
    return (red + green + blue) / 3;
  })()`);
