// What a block list refuses; it stays as it was.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const log = track('list');
const list = new net.BlockList();
const refuse = (what, add) => {
  try {
    add();
    log(what, 'added');
  } catch (err) {
    log(what, err.name, err);
  }
};
refuse('no address', () => list.addAddress('name'));
refuse('empty', () => list.addAddress(''));
refuse('IPv6 as IPv4', () => list.addAddress('::1'));
refuse('IPv4 as IPv6', () => list.addAddress('1.1.1.1', 'ipv6'));
refuse('family', () => list.addAddress('1.1.1.1', 'ipv5'));
refuse('start', () => list.addRange('x', '1.1.1.1'));
refuse('end', () => list.addRange('1.1.1.1', 'x'));
refuse('backwards', () => list.addRange('1.1.1.2', '1.1.1.1'));
refuse('backwards IPv6', () => list.addRange('::ffff:1.1.1.2', '::2', 'ipv6'));
refuse('network', () => list.addSubnet('x', 8));
refuse('prefix', () => list.addSubnet('1.1.1.1', 33));
refuse('negative prefix', () => list.addSubnet('1.1.1.1', -1));
refuse('prefix IPv6', () => list.addSubnet('::1', 129, 'ipv6'));
log('rules', list.rules.length);
