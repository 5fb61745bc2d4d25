'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');

// No character is cut in two, whatever the chunks; a lone tail comes at the end.
const log = track('bytes');
const r = new Readable({ read() {} });
r.setEncoding('utf8');
r.on('data', (s) => log('data', s));
r.on('end', () => log('end'));
r.on('close', () => log('close'));
for (const b of Buffer.from('aé€😀b')) r.push(Buffer.from([b]));
r.push(Buffer.from([0xe2, 0x82]));
r.push(null);

const whole = track('whole');
const s = new Readable({ read() {}, encoding: 'utf8' });
s.on('data', (d) => whole('data', d));
s.on('end', () => whole('end'));
s.push(Buffer.from('a€').subarray(0, 3));
s.push(Buffer.from('a€').subarray(3));
s.push(Buffer.from([0xf0, 0x9f, 0x98]));
s.push(Buffer.from('x'));
s.push(null);
