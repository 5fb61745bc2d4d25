// Package stream is Node's stream module for Go: Readable, Writable, Duplex, Transform and PassThrough, pipes, and the
// functions around them, with Node's state machine. The same calls give the same events in the same order.
//
// A stream lives on a loop (package loop): all its methods are called there, and all callbacks run there, one after
// another. Nothing here starts a goroutine, except FromReader, FromWriter and Stdin, whose goroutines wait for others.
//
// # Reading
//
// A Readable is in one of three states, told by ReadableFlowing. In the first nobody has asked for data. A data
// listener, Resume or Pipe makes it flow: every chunk is emitted as it comes. Pause, or a readable listener, stops the
// flow: data waits in the buffer, up to about the high-water mark, until Resume or Read.
//
//	r.On("data", func(b []byte) { … })
//	r.On("end", func() { … })
//
// Who makes a Readable gives it a Read hook, which is called when more data is wanted, and answers with Push;
// Push(nil) ends the stream.
//
// # Writing
//
// Write takes any amount, and returns false to say: wait for 'drain' before you write more. End says that nothing
// follows; 'finish' says that everything has been written. Who makes a Writable gives it a WriteBytes, Write or Writev
// hook, which calls back when it is done.
//
// # The end
//
// Every stream ends by being destroyed, by the program or, when both sides are done, by itself. Whatever happens,
// 'close' is the last event and comes once; an error comes just before it. Write callbacks are always called, in order.
// An 'error' that nobody listens for panics, as it ends the process in Node.
//
// # Go and Node
//
// Options that are on by default in Node are turned off here by a field called No…, so that the zero value means
// Node's defaults. Properties are methods of the same name. What Node throws is a panic with *Error. Chunks are []byte
// where Node has Buffers. As in Node a chunk is handed on, not copied: whoever writes or pushes one gives it away.
//
// Strings are UTF-8. Where Node counts the length of strings, these streams count the same UTF-16 units, but never cut
// a character in two.
package stream
