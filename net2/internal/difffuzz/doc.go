// Package difffuzz plays random programs of socket operations on real Node and on this module, and compares what they
// saw.
//
// A program ([Program]) is data: a server, one to three pairs of sockets on one loop, and steps. A step waits for its
// trigger (an event of a socket, a number of bytes received, a callback, another step, or the rest that comes when
// nothing happens any more) and does one operation. [Generate] draws a program from a seed. Two interpreters play it:
// interp.js on Node, [Play] here. Each actor writes one line per event and operation, with the state of its socket.
//
// What the network decides must not show. Bytes are counted, not chunks; and each program is played on Node several
// times: plainly, on one processor, and shaken, where shake.js delays what the kernel reports by a random number of
// turns. A program on which Node disagrees with itself says nothing about this module: it is skipped and counted.
// This module plays every program several times too, and must agree each time.
//
// make difffuzz N=500 SEED=1 plays many; a difference is reduced to the fewest steps that still show it.
package difffuzz
