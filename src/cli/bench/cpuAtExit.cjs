/** Loaded into whatever is measured: adds the seconds of CPU that the process used, all its threads, to a file. */
const { appendFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  appendFileSync(process.env.ROLLCALL_CPU_FILE ?? '', `${(user + system) / 1e6}\n`);
});
