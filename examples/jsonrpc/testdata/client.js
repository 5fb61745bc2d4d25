'use strict';
// node client.js PORT MESSAGE...: sends the messages in one chunk, prints the responses, and leaves after the last.
const net = require('net');

const [port, ...messages] = process.argv.slice(2);
const client = net.connect(Number(port), '127.0.0.1', () => client.write(messages.map((m) => `${m}\n`).join('')));
client.setEncoding('utf8');

let received = '';
let responses = 0;
client.on('data', (chunk) => {
  received += chunk;
  for (let end; (end = received.indexOf('\n')) !== -1;) {
    const message = received.slice(0, end);
    received = received.slice(end + 1);
    JSON.parse(message);
    console.log(message);
    if (++responses === messages.length) client.end();
  }
});
client.on('close', (hadError) => console.log('close', hadError));
