'use strict';
// The standard streams.
const { Readable, Writable } = require('stream');

module.exports = {
  stdin() {
    const s = Object.create(Readable.prototype);
    native.stdinInit(s);
    s.fd = 0;
    s.isTTY = native.isTTY(0) || undefined;
    if (s.isTTY) s.setRawMode = () => s;
    return s;
  },
  output(fd) {
    const s = new Writable({ decodeStrings: false, emitClose: false, autoDestroy: false, write(chunk, encoding, cb) { native.write(fd, typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk); cb(); } });
    s.fd = fd;
    s._type = native.isTTY(fd) ? 'tty' : 'pipe';
    s._isStdio = true;
    if (native.isTTY(fd)) Object.assign(s, { isTTY: true, columns: 80, rows: 24, getColorDepth: () => 1, hasColors: () => false });
    s.destroySoon = s.destroy;
    s._destroy = (err, cb) => cb(err);
    return s;
  },
};
