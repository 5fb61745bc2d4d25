'use strict';
// fs: reading files, which is all that a network program's examples do.
const noEntry = (path, syscall) => Object.assign(new Error(`ENOENT: no such file or directory, ${syscall} '${path}'`), { errno: -2, code: 'ENOENT', syscall, path });
function readFileSync(path, options) {
  const b = native.readFile(`${path}`);
  if (b === null) throw noEntry(path, 'open');
  const encoding = typeof options === 'string' ? options : options?.encoding;
  return encoding ? b.toString(encoding) : b;
}
module.exports = {
  readFileSync,
  readFile(path, options, cb) {
    if (typeof options === 'function') [cb, options] = [options, undefined];
    setImmediate(() => { let v; try { v = readFileSync(path, options); } catch (err) { return cb(err); } cb(null, v); });
  },
  existsSync: (path) => native.exists(`${path}`),
  realpathSync(path) { const p = native.realpath(`${path}`); if (p === null) throw noEntry(path, 'realpath'); return p; },
  promises: { readFile: async (path, options) => readFileSync(path, options) },
  constants: {},
};
