package js

import (
	"io"
	"os"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2/loop"
)

// Options are what a program sees of the world around it. The zero value is that of the process.
type Options struct {
	Args   []string       // process.argv after the program's own file
	Flags  []string       // process.execArgv: what stood before the program's file
	Stdin  io.Reader      // process.stdin; nil: os.Stdin
	Stdout io.Writer      // process.stdout and console.log; nil: os.Stdout
	Stderr io.Writer      // process.stderr, warnings, uncaught exceptions; nil: os.Stderr
	Exit   func(code int) // process.exit, and an uncaught exception; nil: os.Exit. It does not return
	// Channel lets the program talk with the one that forked it: process.send and 'message', over the channel that
	// NODE_CHANNEL_FD names. It is for the main program of a process.
	Channel bool
	// Modules are sources of further modules that programs can require by name, ahead of files. They are functions of
	// (exports, require, module, native) in parentheses.
	Modules map[string]string
	// Natives are added to what modules get as native.
	Natives map[string]func(goja.FunctionCall) goja.Value
}

// Env is a JavaScript runtime with Node's modules, on a loop. Make one with [Enable]. Everything is on the loop.
type Env struct {
	vm      *goja.Runtime
	loop    *loop.Loop
	options Options

	hidden  *goja.Symbol // the property of a JavaScript object that holds its Go half
	native  *goja.Object // what the glue sees of Go
	glue    map[string]*goja.Object
	process *goja.Object

	enter  func() error // runs e.inside as the outermost call of the engine
	inside func()

	classes     classes
	errorCache  errorCache
	names       eventNames
	plainEmit   goja.Value // EventEmitter.prototype.emit
	emitPatched bool       // a prototype was given another
	known       registry
	handles     facades
	rejections  rejections
	files       fileModules
	exiting     bool
	async       asyncContext
	handed      handed
}

// Enable gives the runtime Node's globals (process, Buffer, timers, console, require) and modules (net, events, stream,
// timers, string_decoder and what they need), whose work our Go packages do on l. The runtime belongs to the loop from
// then on: call it from callbacks of the loop only, and before Run.
//
// Enable takes the loop's Around and OnUncaught.
func Enable(vm *goja.Runtime, l *loop.Loop, options ...Options) *Env {
	e := &Env{vm: vm, loop: l, hidden: goja.NewSymbol("nodenet")}
	if len(options) > 0 {
		e.options = options[0]
	}
	e.options.fill()
	e.rejections.told = goja.NewSymbol("told")
	e.native = vm.NewObject()
	e.glue = map[string]*goja.Object{}
	e.bridge()
	e.bindErrors()
	e.bindAsyncContext()
	e.bindBuffer()
	e.bindEmitter()
	e.bindTimers()
	e.bindStreams()
	e.bindNet()
	e.bindProcess()
	e.bindFiles()
	for name, f := range e.options.Natives {
		e.bind(name, f)
	}
	e.boot()
	return e
}

func (o *Options) fill() {
	if o.Stdin == nil {
		o.Stdin = os.Stdin
	}
	if o.Stdout == nil {
		o.Stdout = os.Stdout
	}
	if o.Stderr == nil {
		o.Stderr = os.Stderr
	}
	if o.Exit == nil {
		o.Exit = os.Exit
	}
}

// Runtime returns the engine.
func (e *Env) Runtime() *goja.Runtime { return e.vm }

// Loop returns the loop that runs the callbacks.
func (e *Env) Loop() *loop.Loop { return e.loop }

// Require loads a module as require(name) does in a program of the current directory.
func (e *Env) Require(name string) (goja.Value, error) {
	var v goja.Value
	var err error
	ex := e.vm.Try(func() { v = e.requireFrom(workingDir(), name) })
	if ex != nil {
		err = ex
	}
	return v, err
}

// Main queues a file as the main script: it runs when the loop does.
func (e *Env) Main(file string) {
	e.loop.NextTick(func() { e.runMain(file) })
}

// Run runs a file as node does, and returns the exit code when nothing keeps the loop alive. It emits beforeExit and
// exit on process.
func (e *Env) Run(file string) int {
	e.Main(file)
	return e.untilTheEnd()
}

// RunCode is Run for a text, as node -e runs it, or with print as node -p, which prints its value.
func (e *Env) RunCode(code string, print bool) int {
	e.loop.NextTick(func() { e.evaluateCode(code, print) })
	return e.untilTheEnd()
}

func (e *Env) untilTheEnd() int {
	for {
		e.loop.Run()
		e.within(func() { e.callProcess("_beforeExit") })
		e.loop.Settle()
		if !e.loop.Alive() {
			break
		}
	}
	var code int
	e.within(func() { code = int(e.callProcess("_exit").ToInteger()) })
	e.loop.FlushNow() // of listeners of 'exit'
	return code
}
