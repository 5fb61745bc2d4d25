setTimeout((name) => console.log('hello', name), 1, 'Ada');
setTimeout(() => console.log('an hour later'), 3600 * 1000).unref();
const hurry = setTimeout(() => console.log('never'), 5);
clearTimeout(hurry);

let runs = 0;
const interval = setInterval(() => {
  console.log('run', ++runs);
  if (runs === 2) clearInterval(interval);
}, 2);

queueMicrotask(() => console.log('microtask'));
process.nextTick(() => console.log('tick'));
console.log('main');
