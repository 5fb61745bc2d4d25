// An unknown name is error ENOTFOUND of getaddrinfo (EAI_AGAIN where no name server answers). (29)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const client = net.connect({ port: 9, host: 'nodenet.invalid' });
const known = (err) => ['ENOTFOUND', 'EAI_AGAIN'].includes(err.code) &&
  err.message === `getaddrinfo ${err.code} nodenet.invalid`;
client.on('lookup', (err, address, family, host) => c('lookup', known(err), address, family, host));
client.on('error', (err) => c('error', known(err), err.syscall));
client.on('close', (hadError) => c('close', hadError));
