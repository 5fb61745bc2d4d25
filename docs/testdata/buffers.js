const street = Buffer.from('Straße');
console.log(street.length, 'Straße'.length);
console.log(street.toString('hex'));
console.log(street.toString('base64'));

const all = Buffer.concat([street, Buffer.from(' 12 '), Buffer.from('4bc3b66c6e', 'hex')]);
console.log(all.toString());
console.log(all.indexOf('12'), all.includes('Köln'));
console.log(all.subarray(0, 4).toString(), all.equals(street));

const header = Buffer.alloc(6);
header.writeUInt32BE(all.length, 0);
header.writeUInt16LE(7, 4);
console.log(header.readUInt32BE(0), header.readUInt16LE(4));

const copy = Buffer.from(header); // header.subarray() would share its memory
copy[0] = 255;
console.log(header[0], copy[0]);
