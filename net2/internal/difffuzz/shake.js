// Makes the network slower by a random number of turns: a connection that is reported, a connect that is answered, and
// each read of what has arrived. It touches nothing but when libuv's callbacks come, so that Node itself stays Node.
'use strict';

module.exports = function(seed) {
  let x = seed >>> 0;
  const pick = (n) => { x = (Math.imul(x, 1664525) + 1013904223) >>> 0; return (x >>> 16) % n; };
  const later = (turns, fn) => { if (turns <= 0) fn(); else setImmediate(() => later(turns - 1, fn)); };
  const reports = 3; // turns that a connection may be late; a connect is answered after it

  function socket(h) {
    if (!h || h.shaken) return;
    h.shaken = true;
    let wanted = false, gone = false;
    const { readStart, readStop, close, onread } = h;
    // Reading goes on and off, so that what arrives waits until it is on.
    const on = () => {
      if (!wanted || gone) return running = false;
      readStart.call(h);
      setImmediate(() => {
        if (!gone) readStop.call(h);
        setTimeout(on, pick(4)).unref();
      });
    };
    let running = false;
    h.readStart = () => {
      wanted = true;
      if (!running) {
        running = true;
        later(pick(4), on);
      }
      return 0;
    };
    h.readStop = () => { wanted = false; return gone ? 0 : readStop.call(h); };
    h.close = (cb) => { gone = true; return close.call(h, cb); };
    h.onread = function(chunk) {
      if (!chunk) wanted = false; // the end, or an error
      return onread.call(this, chunk);
    };
    const { connect } = h;
    h.connect = (req, ...args) => {
      const { oncomplete } = req;
      req.oncomplete = function(...results) { later(reports + pick(3), () => oncomplete.apply(this, results)); };
      return connect.call(h, req, ...args);
    };
    if (h.reading) {
      readStop.call(h);
      h.readStart();
    }
  }

  function server(h) {
    const { onconnection, close } = h;
    const queue = [];
    let gone = false;
    h.onconnection = function(err, client) {
      queue.push(() => { if (gone) client.close(); else onconnection.call(this, err, client); });
      later(pick(reports), () => queue.shift()());
    };
    h.close = (cb) => { gone = true; return close.call(h, cb); };
  }
  return { socket, server };
};
