const { readFile } = require('fs/promises');

const names = ['testdata/poem.txt', 'testdata/nowhere.txt'];

async function length(name) {
  return (await readFile(name)).length;
}

Promise.allSettled(names.map(length)).then(([poem, nowhere]) => {
  console.log(poem.value);
  console.log(nowhere.reason.code === 'ENOENT');
});
console.log('reading');
