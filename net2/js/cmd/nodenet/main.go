// Command nodenet runs a Node program on nodenet, or Node's own tests.
//
//	nodenet FILE.js [args]
//	nodenet test -suite DIR [-family net,events,stream,timers,ticks] [-j 2]
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2/js"
	"github.com/nodenet/go/net2/loop"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: nodenet FILE.js [args]\n       nodenet test -suite DIR [-family net,events,stream,timers,ticks] [-j 2] [-v]")
		os.Exit(2)
	}
	signal.Ignore(syscall.SIGPIPE) // a reader that is gone is an error of the write, as in Node
	if os.Args[1] == "test" {
		os.Exit(runSuite(os.Args[2:]))
	}
	env := js.Enable(goja.New(), loop.Default(), js.Options{Args: os.Args[2:]})
	os.Exit(env.Run(os.Args[1]))
}
