import { dirname, relative } from 'node:path';

/** The command tells the page of the other reports by the environment: a formatter is not told where it writes. */
const VARIABLE = 'ROLLCALL_REPORTS';

/** What writes the page. */
const PAGE = /\bsite\.cjs$/;

type Environment = Record<string, string | undefined>;

/** Says which files a run writes. @param formats what writes each, by the paths where they will stand */
export const passOnReports = (
  formats: Readonly<Record<string, string>>,
  env: Environment = process.env,
): void => {
  env[VARIABLE] = JSON.stringify(formats);
};

/** The files that this run writes besides the page, as links in it; none if there are several pages. */
export const reportsBeside = (env: Environment = process.env): readonly string[] => {
  const formats: Readonly<Record<string, string>> = JSON.parse(env[VARIABLE] ?? '{}');
  const isPage = (path: string): boolean => PAGE.test(formats[path] ?? '');
  const [page, ...morePages] = Object.keys(formats).filter(isPage);
  if (page === undefined || morePages.length > 0) return [];
  return Object.keys(formats)
    .filter((path) => path !== page)
    .map((path) => relative(dirname(page), path));
};
