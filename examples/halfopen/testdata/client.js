'use strict';
// node client.js PORT LINE...: ends its side with the last line, and prints what comes then.
const net = require('net');

const [port, ...lines] = process.argv.slice(2);
const client = net.connect(Number(port), '127.0.0.1');
client.end(lines.join('\n'));
client.setEncoding('utf8');
let heard = '';
client.on('data', (text) => { heard += text; });
client.on('end', () => console.log(JSON.stringify(heard)));
