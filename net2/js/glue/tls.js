'use strict';
// There is no TLS here: the classes are, for programs that ask what something is an instance of; who uses one is told.
const net = require('net');
const errors = require('errors');
const none = () => { throw errors.coded(TypeError, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', 'The feature tls is unavailable on nodenet, which runs Node programs over plain connections'); };

function inherit(C, Base) {
  Object.setPrototypeOf(C.prototype, Base.prototype);
  Object.setPrototypeOf(C, Base);
  return C;
}
const TLSSocket = inherit(function TLSSocket() { none(); }, net.Socket);
const Server = inherit(function Server() { none(); }, net.Server);

module.exports = {
  TLSSocket, Server, SecureContext: function SecureContext() { none(); },
  connect: none, createServer: none, createSecureContext: none, getCiphers: none, checkServerIdentity: none,
  DEFAULT_MIN_VERSION: 'TLSv1.2', DEFAULT_MAX_VERSION: 'TLSv1.3', rootCertificates: [],
};
