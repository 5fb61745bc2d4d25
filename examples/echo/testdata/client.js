'use strict';
// node client.js PORT WORD...: says each word when the answer to the one before is there, then ends.
const net = require('net');

const [port, ...words] = process.argv.slice(2);
const client = net.connect(Number(port), '127.0.0.1');
client.setEncoding('utf8');

let answer = '';
function next() {
  answer = '';
  if (words.length > 0) client.write(words[0]);
  else client.end();
}

client.on('connect', () => {
  console.log('connect');
  next();
});
client.on('data', (chunk) => {
  answer += chunk;
  if (answer.length < `Echo: ${words[0]}`.length) return;
  console.log('data', answer);
  words.shift();
  next();
});
client.on('end', () => console.log('end'));
client.on('close', (hadError) => console.log('close', hadError));
