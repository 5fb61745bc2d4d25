const request = ' {"type":"SUM","a":10,"b":20} \r\n';

const { type, a, b } = JSON.parse(request.trim());
console.log(`${type.toLowerCase()} of ${a} and ${b}`);
console.log(JSON.stringify({ status: 'OK', note: 'a<b', result: a + b }));

try {
  JSON.parse('{"type":');
} catch {
  console.log('Invalid JSON');
}

console.log('a, b,c'.split(',').map((word) => word.trim()));
console.log('héllo'.slice(0, 2), 'héllo'.startsWith('hé'));
