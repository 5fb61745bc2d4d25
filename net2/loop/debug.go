package loop

import (
	"bytes"
	"os"
	"runtime"
	"strconv"
)

// debugging is set by NODENET_DEBUG=1.
var debugging = os.Getenv("NODENET_DEBUG") == "1"

// Check panics in debug mode (NODENET_DEBUG=1) when the loop runs on another goroutine than the
// caller's; method names the caller in the sentence. Without debug mode it is one branch.
// From any goroutine.
func (l *Loop) Check(method string) {
	if debugging {
		l.check(method)
	}
}

func (l *Loop) check(method string) {
	if id := l.goroutine.Load(); id != 0 && id != goroutineID() {
		panic("loop: " + method + " was called on another goroutine than the loop's; " +
			"hand the call over with Post")
	}
}

// goroutineID reads the number from the first line of the stack, "goroutine 7 [running]:".
// Go has no other door to it, and it is slow: debug mode only.
func goroutineID() uint64 {
	var buf [64]byte
	line := buf[:runtime.Stack(buf[:], false)]
	line = bytes.TrimPrefix(line, []byte("goroutine "))
	digits, _, _ := bytes.Cut(line, []byte(" "))
	id, _ := strconv.ParseUint(string(digits), 10, 64)
	return id
}
