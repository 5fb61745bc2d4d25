// Package events is Node's EventEmitter for Go: the same methods, rules and messages.
//
//	e := events.New()
//	e.On("greet", func(name string) { fmt.Println("hello", name) })
//	e.Emit("greet", "Ada")
//
// Listeners run in the order they were added, on the goroutine that emits. An emission calls the listeners that were
// there when it began. A once listener is removed before its call. newListener comes before an add, removeListener after
// a removal. An error event that nobody listens for panics. The eleventh listener of an event gets a warning printed.
//
// # What Go makes different
//
// A listener is a func of any shape, and Emit fits the arguments to it: missing ones are zero values, surplus ones are
// dropped, []byte and string turn into each other. A class can declare its events (Declare), so that On refuses a
// listener that can never fit.
//
// Where a JavaScript listener would return a promise that is rejected, a Go one returns an error as its last result.
//
// Errors that Node throws are panics with an *Error. Errors that Node emits are *Error values, known by their Code.
//
// Emitters can be used from any goroutine, and no lock is held while listeners run. Emit1 with a func(T) listener and
// Emit without arguments allocate nothing.
//
// Node's asynchronous helpers wait in Go: Once for one event, On for all (a sequence to range over), Chan for all on
// a channel. Match and Forward have no counterpart in Node.
//
// # Embedding
//
// A type becomes an emitter by embedding an EventEmitter; its zero value is ready. To have On and its kin return the type
// itself, embed a Chain too:
//
//	type Door struct {
//		events.Chain[*Door]
//		core // holds the EventEmitter, one level deeper
//	}
package events
