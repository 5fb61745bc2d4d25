const { EventEmitter } = require('events');

class Door extends EventEmitter {
  constructor() {
    super();
    this.isOpen = false;
  }

  open(who) {
    this.isOpen = true;
    this.emit('open', who);
    return this;
  }
}

new Door()
  .once('open', (who) => console.log('first', who))
  .on('open', (who) => console.log('open', who))
  .open('Ada')
  .open('Bob');
