// Without `paths`: Cucumber would add them to those of the command line. It looks in features/ by itself.
module.exports = {
  default: {
    requireModule: [require.resolve('./src/loader/register.cjs')],
    require: ['src/project/disk.ts', 'steps/**/!(*.test).ts'],
    format: [
      './src/report/formatter.cjs',
      ['./src/report/site.cjs', 'reports/index.html'],
      ['./src/report/html.cjs', 'reports/cucumber.html'],
      ['junit', 'reports/junit.xml'],
      ['message', 'reports/messages.ndjson'],
    ],
  },
};
