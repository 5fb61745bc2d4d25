'use strict';
// The symbol by which net knows arguments that it has sorted is ours.
module.exports = { ...require('suite_nodelib').load('internal/net'), normalizedArgsSymbol: require('net')._kArgs };
