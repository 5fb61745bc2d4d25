const { Transform, Readable, pipeline } = require('stream');

class Capitals extends Transform {
  _transform(chunk, encoding, callback) {
    callback(null, chunk.toString().toUpperCase());
  }
}

const source = new Readable({ read() {} });
const capitals = new Capitals();
capitals.on('data', (chunk) => console.log(chunk.toString()));
pipeline(source, capitals, (err) => console.log('over:', err ?? 'no error'));
source.push('quiet');
source.push(null);
