'use strict';
// net.BlockList and net.SocketAddress.
const errors = require('errors');

function parse(address, family) {
  if (family === 'ipv4') {
    if (native.isIP(address) !== 4) throw invalid();
    return address.split('.').reduce((n, part) => n * 256n + BigInt(part), 0n);
  }
  if (native.isIP(address) !== 6) throw invalid();
  let text = address.split('%')[0];
  const v4 = text.match(/(\d+\.\d+\.\d+\.\d+)$/);
  if (v4) {
    const n = parse(v4[1], 'ipv4');
    text = text.slice(0, -v4[1].length) + (n >> 16n).toString(16) + ':' + (n & 0xFFFFn).toString(16);
  }
  const [head, tail] = text.split('::');
  const a = head ? head.split(':') : [], b = tail ? tail.split(':') : [];
  const groups = tail === undefined ? a : [...a, ...Array(8 - a.length - b.length).fill('0'), ...b];
  return groups.reduce((n, part) => n * 65536n + BigInt(`0x${part}`), 0n);
}
const invalid = () => Object.assign(new Error('Invalid socket address'), { code: 'ERR_INVALID_ADDRESS' });
const familyOf = (f, name = 'family') => {
  if (typeof f !== 'string') throw errors.invalidArgType(name, 'of type string', f);
  f = f.toLowerCase();
  if (f !== 'ipv4' && f !== 'ipv6') throw errors.invalidArgValue(name, f);
  return f;
};
const inspected = Symbol.for('nodejs.util.inspect.custom');
function shown(self, depth, options, fields) {
  if (depth < 0) return self;
  return `${self.constructor.name} ${require('util').inspect(fields, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
}
const kMapped = 0xFFFFn << 32n;

class SocketAddress {
  #o;
  constructor(options = {}) {
    errors.checkObject('options', options);
    const family = options.family === undefined ? 'ipv4' : familyOf(options.family, 'options.family');
    const { address = family === 'ipv4' ? '127.0.0.1' : '::', port = 0, flowlabel = 0 } = options;
    errors.checkString('options.address', address);
    if (typeof port !== 'number' || !(port >= 0 && port < 65536)) throw errors.coded(RangeError, 'ERR_SOCKET_BAD_PORT', `options.port should be >= 0 and < 65536.${errors.received(port)}.`);
    errors.checkInteger('options.flowlabel', flowlabel, 0, 2 ** 20 - 1);
    parse(address, family);
    this.#o = { address, port, family, flowlabel };
  }
  get address() { return this.#o.address; }
  get port() { return this.#o.port; }
  get family() { return this.#o.family; }
  get flowlabel() { return this.#o.flowlabel; }
  toJSON() { return { ...this.#o }; }
  [inspected](depth, options) { return shown(this, depth, options, this.#o); }
  static isSocketAddress(v) { return v instanceof SocketAddress; }
}

class BlockList {
  #rules = [];
  static isBlockList(v) { return v instanceof BlockList; }
  #read(address, family) {
    if (address instanceof SocketAddress) return { family: address.family, text: address.address, n: parse(address.address, address.family) };
    errors.checkString('address', address);
    family = familyOf(family ?? 'ipv4', 'options.family');
    return { family, text: address, n: parse(address, family) };
  }
  addAddress(address, family) {
    const a = this.#read(address, family);
    this.#add(a.family, a.n, a.n, `Address: ${label(a.family)} ${a.text}`);
  }
  addRange(start, end, family) {
    const a = this.#read(start, family), b = this.#read(end, family);
    if (a.n > b.n) throw errors.invalidArgValue('start', start instanceof SocketAddress ? start : new SocketAddress({ address: start, family: a.family }), 'must come before end');
    this.#add(a.family, a.n, b.n, `Range: ${label(a.family)} ${a.text}-${b.text}`);
  }
  addSubnet(network, prefix, family) {
    const a = this.#read(network, family), bits = a.family === 'ipv4' ? 32 : 128;
    errors.checkInteger('prefix', prefix, 0, bits);
    const size = 1n << BigInt(bits - prefix), from = a.n / size * size;
    this.#add(a.family, from, from + size - 1n, `Subnet: ${label(a.family)} ${a.text}/${prefix}`);
  }
  #add(family, from, to, text) { this.#rules.unshift({ family, from, to, text }); }
  check(address, family) {
    let a;
    if (!(address instanceof SocketAddress)) {
      errors.checkString('address', address);
      familyOf(family ?? 'ipv4');
    }
    try { a = this.#read(address, family); } catch { return false; }
    return this.#rules.some((r) => {
      let { n } = a;
      if (r.family !== a.family) {
        if (a.family === 'ipv6') { if (n >> 32n !== 0xFFFFn) return false; n &= 0xFFFFFFFFn; } else n += kMapped;
      }
      return n >= r.from && n <= r.to;
    });
  }
  get rules() { return this.#rules.map((r) => r.text); }
  [inspected](depth, options) { return shown(this, depth, options, { rules: this.rules }); }
}
const label = (family) => family === 'ipv4' ? 'IPv4' : 'IPv6';

module.exports = { BlockList, SocketAddress };
