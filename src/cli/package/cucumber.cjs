// How Cucumber runs where Rollcall is a package: the house's phrases, the project's own steps, reports that people and
// build servers read. A configuration of Cucumber that the project has is for other things.
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const HOUSE = join(__dirname, '../../..');

module.exports = {
  default: {
    require: [join(HOUSE, 'steps/**/!(*.test).ts'), 'steps/**/!(*.test).{js,cjs,ts}'],
    format: [
      [pathToFileURL(join(HOUSE, 'src/report/formatter.cjs')).href],
      [pathToFileURL(join(HOUSE, 'src/report/site.cjs')).href, 'reports/index.html'],
      [pathToFileURL(join(HOUSE, 'src/report/html.cjs')).href, 'reports/cucumber.html'],
      ['junit', 'reports/junit.xml'],
    ],
  },
};
