import { measure, type Workload } from './workload';

/** The process in which one workload is measured: takes it as JSON, and prints what came out. */
console.log(JSON.stringify(measure(JSON.parse(process.argv[2] ?? '{}') as Workload)));
