/** TensorFlow.js with the gradients that its Node build leaves out, on the cpu: bundled, because its modules are not for Node. */
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import '@tensorflow/tfjs-backend-cpu';

export * from '@tensorflow/tfjs-core';
