'use strict';
// dns: lookup of names, which is all that net needs.
const errors = require('errors');

function lookup(host, options, cb) {
  if (typeof options === 'function') [cb, options] = [options, {}];
  if (typeof options === 'number') options = { family: options };
  if (host) errors.checkString('hostname', host);
  errors.checkFunction('callback', cb);
  const asked = options?.family ?? 0, family = { IPv4: 4, IPv6: 6 }[asked] ?? Number(asked);
  if (!host) {
    process.nextTick(cb, null, ...options?.all ? [[]] : [null, family === 6 ? 6 : 4]);
    return {};
  }
  const literal = native.isIP(host);
  if (literal) {
    process.nextTick(cb, null, ...options?.all ? [[{ address: host, family: literal }]] : [host, literal]);
    return {};
  }
  native.lookup(host, family, (err, list) => {
    if (err) return cb(err);
    if (options?.all) cb(null, list); else cb(null, list[0].address, list[0].family);
  });
  return {};
}

module.exports = {
  lookup, ADDRCONFIG: 32, ALL: 16, V4MAPPED: 8, getDefaultResultOrder: () => 'verbatim', setDefaultResultOrder() {},
  getServers: () => [], setServers() {},
  promises: { lookup: (host, options) => new Promise((resolve, reject) => { lookup(host, options ?? {}, (err, a, f) => err ? reject(err) : resolve(options?.all ? a : { address: a, family: f })); }) },
};
// A program that replaces dns.lookup is heard by net.
errors.hidden(module.exports, '_replaced', () => module.exports.lookup === lookup ? undefined : module.exports.lookup);
