'use strict';
module.exports = {
  EOL: native.platform === 'win32' ? '\r\n' : '\n', hostname: () => native.hostname, tmpdir: () => native.tmpdir, homedir: () => native.env.HOME ?? '/',
  platform: () => native.platform, arch: () => native.arch, release: () => '', type: () => ({ linux: 'Linux', darwin: 'Darwin', win32: 'Windows_NT' })[native.platform] ?? native.platform,
  cpus: () => [{ model: '', speed: 0, times: {} }], availableParallelism: () => 1, totalmem: () => 2 ** 33, freemem: () => 2 ** 32, loadavg: () => [0, 0, 0], uptime: () => 0,
  networkInterfaces: () => ({ lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true }, { address: '::1', family: 'IPv6', internal: true }] }),
  constants: { signals: Object.fromEntries(Object.entries(native.signalNumbers).sort((a, b) => a[1] - b[1])), errno: {} }, endianness: () => 'LE',
};
