// Command nodenet runs a Node program on nodenet, or Node's own tests.
//
//	nodenet [options] FILE.js [args]
//	nodenet [options] -e CODE [args]
//	nodenet test -suite DIR [-family net,events,stream,timers,ticks] [-j 2]
//
// Of node's options it knows -e, -p, -r and -v; others are accepted and mean nothing.
package main

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2/js"
	"github.com/nodenet/go/net2/loop"
)

const usage = `usage: nodenet [options] FILE.js [args]
       nodenet [options] -e CODE [args]
       nodenet test -suite DIR [-family net,events,stream,timers,ticks] [-j 2] [-v]`

func main() {
	// A reader that is gone is an error of the write, as in Node; and the signal is not ignored, for what is ignored
	// stays so in the processes that a program starts.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	if len(os.Args) > 1 && os.Args[1] == "test" {
		os.Exit(runSuite(os.Args[2:]))
	}
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	c, err := parse(args)
	if err != nil {
		fmt.Fprintln(os.Stderr, usage)
		return 9
	}
	if natives := os.Getenv(nativesVariable); natives != "" { // of a test that starts processes
		return runTest(natives, c)
	}
	options := js.Options{Args: c.args, Flags: c.flags, Channel: true}
	return c.run(js.Enable(newRuntime(), loop.Default(), options))
}

// newRuntime makes an engine that ends endless recursion at a depth like that of Node, and not when memory is used up.
func newRuntime() *goja.Runtime {
	vm := goja.New()
	vm.SetMaxCallStackSize(12_000)
	return vm
}

// run does what the command line says in a runtime that is made.
func (c *command) run(env *js.Env) int {
	for _, name := range c.preload {
		if _, err := env.Require(name); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	switch {
	case c.version:
		return env.RunCode("process.version", true)
	case c.eval:
		return env.RunCode(c.code, c.print)
	case c.file == "-":
		code, err := io.ReadAll(os.Stdin)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		return env.RunCode(string(code), false)
	}
	return env.Run(c.file)
}
