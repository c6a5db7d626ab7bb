// The formatter is Cucumber's own; it is asked for it where Cucumber finds it.
const cucumber = require.resolve('@cucumber/cucumber/package.json');
module.exports = require(require.resolve('@cucumber/junit-xml-formatter', { paths: [cucumber] })).default;
