'use strict';
// node client.js PORT MESSAGE...: sends a message for each line that it gets, the first at once, then ends.
const net = require('net');

const [port, ...messages] = process.argv.slice(2);
const client = net.connect(Number(port), '127.0.0.1', next);

function next() {
  if (messages.length > 0) client.write(`${messages.shift()}\n`);
  else client.end();
}

let heard = '';
client.setEncoding('utf8');
client.on('data', (text) => {
  heard += text;
  for (let end; (end = heard.indexOf('\n')) !== -1;) {
    console.log(heard.slice(0, end));
    heard = heard.slice(end + 1);
    next();
  }
});
client.on('error', (err) => console.log('error', err.message));
client.on('close', (hadError) => console.log('close', hadError));
