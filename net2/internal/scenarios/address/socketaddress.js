// What a socket address is made of, what it shows, and what it refuses.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const log = track('address');
const make = (options) => {
  try {
    const a = new net.SocketAddress(options);
    log(a.address, a.port, a.family, a.flowlabel, JSON.stringify(a));
  } catch (err) {
    log(err.name, err);
  }
};
make({});
make({ family: 'ipv6' });
make({ family: 'IPv6', port: 80 });
make({ family: 'IPV4', address: '1.2.3.4', port: 65535 });
make({ flowlabel: 7 });
for (const address of ['::1', '0:0:0:0:0:0:0:1', '::FFFF:1.2.3.4', '::1.2.3.4', '::1:2', '::ffff:0:1.2.3.4', 'fe80::1%lo',
  '2001:db8:0:0:1:0:0:1', '2001:db8:0:1:1:1:1:1', '1:0:0:0:0:0:0:0']) {
  make({ family: 'ipv6', address, flowlabel: 1048575 });
}
make({ address: 'name' });
make({ address: '::1' });
make({ address: '1.2.3.4', family: 'ipv6' });
make({ address: '01.2.3.4' });
make({ family: 'ipv5' });
make({ port: 65536 });
make({ port: -1 });
make({ flowlabel: -1 });
make({ family: 'ipv6', flowlabel: 4294967296 });
