import { trace } from 'gradtutor';

const { value } = trace('3*(a+b*c)');
if (typeof value !== 'number') throw new Error(`trace() gave ${value}`);
