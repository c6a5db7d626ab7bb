// What `import { serve } from 'rollcall/serve'` gives, in any program: it need not be able to read TypeScript.
require('../../loader/embedded.cjs');

exports.serve = require('../../serve/serve.ts').serve;
