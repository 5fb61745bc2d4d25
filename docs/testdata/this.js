const { EventEmitter } = require('events');

class Counter {
  constructor() {
    this.n = 0;
    this.onTick = this.onTick.bind(this);
  }

  onTick() {
    this.n++;
  }
}

const counter = new Counter();
const clock = new EventEmitter();
clock.on('tick', counter.onTick);
clock.emit('tick');
clock.off('tick', counter.onTick);
clock.emit('tick');
console.log(counter.n);
