// isIP, isIPv4 and isIPv6.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const log = track('net');
for (const text of ['127.0.0.1', '255.255.255.255', '256.0.0.1', '01.2.3.4', '1.2.3', '1.2.3.4.5', '1.2.3.4 ', '', 'localhost',
  '::', '::1', '::ffff:1.2.3.4', '::1.2.3.4', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '1::8::',
  ':1', '1:', '12345::', 'g::', 'fe80::1%eth0', 'fe80::1%', '[::1]', '::FFFF:0:0', '::1/64', '0x7f.1', '127.1', '1.2.3.4:80']) {
  log(text, net.isIP(text), net.isIPv4(text), net.isIPv6(text));
}
