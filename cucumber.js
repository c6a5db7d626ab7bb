// Without `paths`: Cucumber would add them to those of the command line. It looks in features/ by itself.
module.exports = {
  default: {
    requireModule: ['ts-node/register'],
    require: ['src/project/disk.ts', 'steps/**/!(*.test).ts'],
    format: [
      './src/report/formatter.cjs',
      ['html', 'reports/cucumber.html'],
      ['junit', 'reports/junit.xml'],
      ['message', 'reports/messages.ndjson'],
    ],
  },
};
