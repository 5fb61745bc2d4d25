'use strict';
// node client.js PORT LINE...: sends a line for each answer that ends in one of the server's pauses, and prints it all.
const net = require('net');

const [port, ...lines] = process.argv.slice(2);
const client = net.connect(Number(port), '127.0.0.1');
client.setEncoding('utf8');

let heard = '';
client.on('data', (text) => {
  heard += text;
  // The server waits for us after a prompt, and after each answer, which is a line.
  if (!heard.endsWith(': ') && !heard.endsWith('\n')) return;
  process.stdout.write(heard.replace(/: $/, ':\n'));
  heard = '';
  if (lines.length > 0) client.write(`${lines.shift()}\n`);
});
client.on('close', (hadError) => console.log('close', hadError));
