// Package js runs Node programs on nodenet: it gives the JavaScript engine goja, which is pure Go, Node's net, events,
// stream, timers, string_decoder, Buffer and process. Their work is done by the Go packages of this project, on a
// [loop.Loop]; JavaScript is left with what only it can say: the shape of the classes.
//
//	vm, l := goja.New(), loop.New()
//	env := js.Enable(vm, l)
//	os.Exit(env.Run("server.js"))
//
// A program can also be embedded: make the runtime, Enable it, and run code in it from callbacks of the loop.
//
// # What a program finds
//
// Classes are Node's: net.Socket is a stream.Duplex is an EventEmitter; they can be extended with class or with
// prototypes, called without new, and their _read, _write, _final, _destroy, _transform and _flush can be overridden.
// Buffers share their memory with Go: what arrives on a socket is not copied. Errors are real Error objects, with the
// code, errno, syscall, address and port that Node gives them. Ticks, promises and timers run in Node's order.
//
// The module child_process starts real processes; what process.execPath names is the Go program itself, so a program
// that forks itself needs one that runs files as nodenet does. AsyncLocalStorage follows ticks, timers, promises, sockets
// and servers.
//
// # Limits
//
// Files, TLS and HTTP are not there, nor handles that are sent to a child, hooks of async_hooks and, on Windows, fork.
// goja has no async generators and no import; files that use them are
// rewritten by esbuild when they are loaded.
package js
