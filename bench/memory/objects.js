/** Bytes that an object graph keeps for one workload: node --expose-gc objects.js <workload> <size> */
import { checkResult } from '../gradient/check.js';
import { gradientOfObjects, graphOfObjects } from '../gradient/objects.js';
import { workloads } from '../gradient/workloads.js';
import { keptBy } from './held.js';

const [kind = 'mlp', size = '5'] = process.argv.slice(2);
const workload = workloads.get(kind)?.(Number(size));
if (!workload) throw new Error(kind);
checkResult(workload, gradientOfObjects(workload), 1e-12, 'object graph');
console.log(JSON.stringify({ bytes: keptBy(() => graphOfObjects(workload)).bytes }));
