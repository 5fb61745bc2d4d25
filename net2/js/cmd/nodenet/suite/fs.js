'use strict';
// As much of fs as test/common and the tests ask for.
const missing = (syscall, path) => Object.assign(new Error(`ENOENT: no such file or directory, ${syscall} '${path}'`), { code: 'ENOENT', errno: -2, syscall, path });
const read = (path) => { const b = native.readFile(`${path}`); if (b === null) throw missing('open', path); return b; };
const open = new Map();
class Stats { constructor(mode) { this.mode = mode; } isFile() { return true; } isDirectory() { return false; } isSocket() { return false; } }
module.exports = {
  constants: { S_IROTH: 4, S_IWOTH: 2, S_IRUSR: 256, F_OK: 0 },
  readFileSync(path, o) { const b = read(path), enc = typeof o === 'string' ? o : o?.encoding; return enc ? b.toString(enc) : b; },
  existsSync: (path) => native.exists(`${path}`), realpathSync: (path) => native.realpath(`${path}`),
  openSync(path) {
    const b = read(path), fd = native.openFD(`${path}`);
    open.set(fd, b);
    return fd;
  },
  closeSync(fd) { if (open.delete(fd)) native.closeFD(fd); },
  readSync(fd, buffer) { const b = open.get(fd), n = Math.min(b.length, buffer.length); b.copy(buffer, 0, 0, n); return n; },
  statSync(path) { const mode = native.mode(`${path}`); if (mode === null) throw missing('stat', path); return new Stats(mode); },
  accessSync(path) { if (!native.exists(`${path}`)) throw missing('access', path); },
  rmSync: (path) => native.remove(`${path}`), unlinkSync: (path) => native.remove(`${path}`), mkdirSync: (path) => native.mkdir(`${path}`), rmdirSync: (path) => native.remove(`${path}`),
  writeFileSync: (path, data) => native.writeFile(`${path}`, `${data}`), readdirSync: () => [],
  createReadStream(path, options) {
    const { Readable } = require('stream');
    if (typeof options === 'string') options = { encoding: options };
    let data;
    return new Readable({ ...options, construct(cb) { try { data = read(path); } catch (err) { return cb(err); } cb(); }, read() { this.push(data); this.push(null); } });
  },
  createWriteStream() { const { Writable } = require('stream'); return new Writable({ write(chunk, encoding, cb) { cb(); } }); },
  promises: { readFile: async (path, o) => module.exports.readFileSync(path, o) },
};
module.exports.chmodSync = (path, mode) => native.chmod(`${path}`, mode);
module.exports.lstatSync = module.exports.statSync;
module.exports.readFile = (path, o, cb) => { if (typeof o === 'function') [cb, o] = [o]; setImmediate(() => { let v; try { v = module.exports.readFileSync(path, o); } catch (err) { return cb(err); } cb(null, v); }); };
module.exports.stat = (path, cb) => setImmediate(() => { let v; try { v = module.exports.statSync(path); } catch (err) { return cb(err); } cb(null, v); });
module.exports.open = (path, flags, cb) => setImmediate(() => cb(null, 3));
