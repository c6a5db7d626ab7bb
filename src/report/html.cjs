// Cucumber imports its formatters as ES modules, which cannot be TypeScript here: this is the door.
require('../loader/register.cjs');
const html = require('@cucumber/cucumber/lib/formatter/builtin/html').default;
module.exports = require('./html.ts').withAuthorities(html);
