'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');

// What is already buffered is decoded too.
const log = track('late');
const r = new Readable({ read() {} });
const bytes = Buffer.from('é€xyz');
r.push(bytes.subarray(0, 3));
r.push(bytes.subarray(3, 5));
log('buffered', r.readableLength, r.readableEncoding);
r.setEncoding('utf8');
log('decoded', r.readableLength, r.readableEncoding);
log('read', r.read());
log('nothing', r.read());
r.push(bytes.subarray(5));
log('read(1)', r.read(1), r.readableLength);
log('read(2)', r.read(2), r.readableLength);
r.on('end', () => log('end'));
r.push(null);
log('read', r.read());
