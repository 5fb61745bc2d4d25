'use strict';
// tty: isatty, and the classes of the standard streams of a terminal, which cannot be made for another one.
const net = require('net');
const errors = require('errors');
const none = () => { throw errors.coded(TypeError, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', 'Terminals other than the standard streams are unavailable on nodenet'); };

function inherit(C) {
  Object.setPrototypeOf(C.prototype, net.Socket.prototype);
  Object.setPrototypeOf(C, net.Socket);
  return C;
}
const stream = (get) => (fd) => {
  if (!Number.isInteger(fd) || fd < 0) throw errors.coded(RangeError, 'ERR_INVALID_FD', `"fd" must be a positive integer: ${fd}`);
  return get[fd]?.() ?? none();
};
const reading = stream([() => process.stdin]), writing = stream([undefined, () => process.stdout, () => process.stderr]);

module.exports = {
  isatty: (fd) => Number.isInteger(fd) && fd >= 0 && fd <= 2147483647 && native.isTTY(fd),
  ReadStream: inherit(function ReadStream(fd) { return reading(fd); }),
  WriteStream: inherit(function WriteStream(fd) { return writing(fd); }),
};
