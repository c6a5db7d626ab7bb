// Cucumber imports its formatters as ES modules, which cannot be TypeScript here: this is the door.
require('../loader/register.cjs');
module.exports = require('./site/formatter.ts').default;
