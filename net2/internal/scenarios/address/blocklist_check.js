// A block list knows addresses, ranges and subnets of both families, and IPv4 written as IPv6.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const questions = [
  ['1.1.1.1'], ['1.1.1.1', 'IPv4'], ['1.1.1.1', 'ipv6'], ['1.1.1.1', 'ipv5'], ['1.1.1.2'], ['::ffff:1.1.1.1', 'ipv6'],
  ['::ffff:1.1.1.1'], ['8592:757c:efae:4e45::1', 'ipv6'], ['8592:757C:EFAE:4e45::1', 'IPV6'], ['8592:757c:efae:4e45::1'],
  ['10.0.0.0'], ['10.0.0.1'], ['10.0.0.9'], ['10.0.0.10'], ['::ffff:10.0.0.5', 'ipv6'], ['::4', 'ipv6'], ['::f', 'ipv6'],
  ['::10', 'ipv6'], ['192.168.0.0'], ['192.168.255.255'], ['192.169.0.0'], ['fe80::1', 'ipv6'], ['fe80::1%lo', 'ipv6'],
  ['fe90::1', 'ipv6'], ['::1', 'ipv6'], [''], ['name'], ['01.1.1.1'], ['1.1.1.1 '],
];
const ask = (name, fill) => {
  const log = track(name);
  const list = new net.BlockList();
  fill(list);
  for (const rule of list.rules) log('rule', rule);
  for (const q of questions) if (list.check(...q)) log('blocks', q[0], q[1]);
};
ask('addresses', (list) => {
  list.addAddress('1.1.1.1');
  list.addAddress('8592:757c:efae:4e45::1', 'ipv6');
  list.addAddress('1.1.1.1');
});
ask('mapped', (list) => list.addAddress('::ffff:1.1.1.1', 'ipv6'));
ask('ranges', (list) => {
  list.addRange('10.0.0.1', '10.0.0.9');
  list.addRange('::4', '::f', 'ipv6');
});
ask('one', (list) => list.addRange('1.1.1.1', '1.1.1.1'));
ask('mapped range', (list) => list.addRange('::ffff:10.0.0.0', '::ffff:10.0.0.5', 'ipv6'));
ask('wide range', (list) => list.addRange('::', 'ffff::', 'ipv6'));
ask('subnets', (list) => {
  list.addSubnet('192.168.1.2', 16);
  list.addSubnet('fe80::', 64, 'ipv6');
});
ask('all of IPv4', (list) => list.addSubnet('0.0.0.0', 0));
ask('all of IPv6', (list) => list.addSubnet('::', 0, 'ipv6'));
ask('96 bits', (list) => list.addSubnet('::', 96, 'ipv6'));
ask('mapped subnet', (list) => list.addSubnet('::ffff:10.0.0.0', 120, 'ipv6'));
ask('socket addresses', (list) => {
  const from = new net.SocketAddress({ address: '10.0.0.1', port: 80 });
  const to = new net.SocketAddress({ address: '10.0.0.9', port: 1 });
  list.addRange(from, to);
  list.addAddress(new net.SocketAddress({ address: 'fe80::1%lo', family: 'ipv6' }));
  list.addSubnet(new net.SocketAddress({ address: '192.168.0.0' }), 16);
  track('socket addresses')('check', list.check(new net.SocketAddress({ address: '10.0.0.2', port: 3 })), list.check(to));
});
ask('mixed range', (list) => list.addRange(
  new net.SocketAddress({ address: '::4', family: 'ipv6' }), new net.SocketAddress({ address: '1.1.1.5' })));
