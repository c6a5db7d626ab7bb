// Cucumber imports its formatters as ES modules, which cannot be TypeScript here: this is the door.
require('../loader/register.cjs');
module.exports = require('./formatter.ts').default;
