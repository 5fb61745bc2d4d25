'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable } = require('stream');
{
  const log = track('writable');
  const w = new Writable({ defaultEncoding: 'hex', write(c, e, cb) { log('_write', c, e); cb(); } });
  w.write('6869');
  w.write('aGk=', 'base64');
  w.setDefaultEncoding('LATIN1');
  w.write('\u00e9');
  w.write('');
  w.end('\u20ac', 'utf16le');
}
{
  const log = track('not decoded');
  const w = new Writable({ defaultEncoding: 'hex', decodeStrings: false, write(c, e, cb) { log('_write', c, e); cb(); } });
  w.write('6869');
  w.write('text', 'utf-8');
  w.setDefaultEncoding('ascii');
  w.write('ascii');
  w.setDefaultEncoding('UTF-8');
  w.end('end');
}
{
  const log = track('readable');
  const r = new Readable({ defaultEncoding: 'hex', read() {} });
  log(r.push('6869'), r.push('text', 'utf8'), r.readableLength, r.readableEncoding);
  r.unshift('2d2d');
  log(r.read());
  r.setEncoding('hex');
  log(r.push('abcd'), r.push('efef', 'hex'), r.push('e', 'utf8'), r.readableLength);
  log(r.read());
}
