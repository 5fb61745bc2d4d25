const { PassThrough } = require('stream');
const { StringDecoder } = require('string_decoder');

const euro = Buffer.from('€'); // three bytes
const halves = [euro.subarray(0, 2), euro.subarray(2)];

console.log(halves.map(String).join('')); // each half by itself is no character

const decoder = new StringDecoder('utf8');
console.log(halves.map((half) => decoder.write(half)).join(''));

const pipe = new PassThrough();
pipe.setEncoding('utf8'); // sockets have it too
pipe.on('data', (text) => console.log(text));
pipe.write(halves[0]);
pipe.write(halves[1]);
pipe.write('f09f918d', 'hex');
pipe.end();
