package js

import (
	"os"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// child is a process that the program started. A goroutine waits for its end.
type child struct {
	process *os.Process
	alive   loop.Handle
	exited  bool
	killed  int // the last signal that was sent; only Windows has to remember
}

// bindChildProcess gives the glue processes.
func (e *Env) bindChildProcess() {
	e.bind("childSpawn", func(c goja.FunctionCall) goja.Value {
		return e.childSpawn(e.childSpec(c.Argument(0)), callback(c.Argument(1)))
	})
	e.bind("childSpawnSync", func(c goja.FunctionCall) goja.Value {
		return e.childSpawnSync(e.childSpec(c.Argument(0)), streamOptions{c.Argument(0)})
	})
	method := func(name string, f func(p *child, c goja.FunctionCall) goja.Value) {
		e.bind(name, func(c goja.FunctionCall) goja.Value {
			p, _ := c.Argument(0).Export().(*child)
			if p == nil {
				return goja.Undefined()
			}
			return f(p, c)
		})
	}
	method("childKill", func(p *child, c goja.FunctionCall) goja.Value {
		return e.vm.ToValue(-int(errnoOf(p.kill(int(c.Argument(1).ToInteger())))))
	})
	method("childRef", func(p *child, _ goja.FunctionCall) goja.Value { p.alive.Ref(); return goja.Undefined() })
	method("childUnref", func(p *child, _ goja.FunctionCall) goja.Value { p.alive.Unref(); return goja.Undefined() })
	e.bind("channelOpen", e.channelOpen)
	e.bind("channelWrite", e.channelWrite)
	e.bind("childLend", func(c goja.FunctionCall) goja.Value {
		if o := e.lookup(c.Argument(0)); o != nil && o.gate != nil {
			o.gate.lent = true
		}
		return goja.Undefined()
	})
	e.bind("childReturns", func(c goja.FunctionCall) goja.Value { // (socket, its descriptor)
		setBlocking(int(c.Argument(1).ToInteger()), false)
		if o := e.lookup(c.Argument(0)); o != nil && o.gate != nil {
			o.gate.open()
		}
		return goja.Undefined()
	})
	e.bind("standardIsFile", func(c goja.FunctionCall) goja.Value {
		fd := int(c.Argument(0).ToInteger())
		return e.vm.ToValue(fd > 2 || e.standard(fd) != nil)
	})
}

// childSpawn starts a process. The glue gets its number and our ends of its pipes, or, with those, the error.
func (e *Env) childSpawn(spec *childSpec, onExit goja.Callable) goja.Value {
	result := e.vm.NewObject()
	files, err := e.openStdio(spec)
	if err == nil {
		p := &child{}
		if p.process, err = spec.start(files.theirs); err == nil {
			e.watch(p, onExit)
			_ = result.Set("pid", p.process.Pid)
			_ = result.Set("handle", e.vm.ToValue(p))
		}
	}
	files.closeTheirs()
	_ = result.Set("errno", -int(errnoOf(err)))
	sockets := make([]any, len(spec.stdio))
	for i, conn := range files.ours {
		if conn != nil {
			sockets[i] = e.childSocket(conn, i == 0 && !spec.stdio[i].ipc)
		}
	}
	_ = result.Set("sockets", e.vm.NewArray(sockets...))
	return result
}

func (e *Env) watch(p *child, onExit goja.Callable) {
	p.alive.Init(e.loop)
	p.alive.Start()
	go func() {
		state, err := p.process.Wait()
		e.loop.Post(func() {
			p.exited = true
			p.alive.Stop()
			code, signal := 0, 0
			if err == nil {
				code, signal = exitStatus(state, p.killed)
			}
			e.call(onExit, goja.Undefined(), e.vm.ToValue(code), e.signalValue(signal))
		})
	}()
}

// kill sends a signal. A process that has ended and of whose end the program was not told is still there, as in Node.
func (p *child) kill(signal int) error {
	if p.exited {
		return errnoNoProcess
	}
	p.killed = signal
	if err := signalProcess(p.process, signal); err != nil && err != os.ErrProcessDone {
		return err
	}
	return nil
}

// childSocket is our end of a child's pipe. That of its stdin cannot be read.
func (e *Env) childSocket(conn childConn, stdin bool) goja.Value {
	e.requireGlue("net") // whose class it is
	gate := &readGate{}
	o := net2.SocketOptions{Loop: e.loop, Conn: conn, Extend: func(hooks *stream.DuplexOptions) {
		hooks.ReadOnlyChunks = true
		if stdin {
			hooks.NoReadable = true
			return
		}
		gate.read = hooks.Read
		hooks.Read = gate.pass
	}}
	socket := e.socketOf(net2.NewSocket(o))
	socket.conn, socket.gate = conn, gate
	e.loop.NextTick(func() {
		if !gate.lent {
			gate.open()
		}
	})
	return socket.js
}

// readGate holds the first read of a child's stream back for a tick: the program may give the stream to another child
// before, whose it is then to read.
type readGate struct {
	read    func(d *stream.Duplex, n int)
	waiting func()
	isOpen  bool
	lent    bool
}

func (g *readGate) pass(d *stream.Duplex, n int) {
	if g.isOpen {
		g.read(d, n)
		return
	}
	g.waiting = func() { g.read(d, n) }
}

func (g *readGate) open() {
	g.isOpen, g.lent = true, false
	if f := g.waiting; f != nil {
		g.waiting = nil
		f()
	}
}

// channelOpen is the child's end of the channel to its parent, null if fd is none.
func (e *Env) channelOpen(c goja.FunctionCall) goja.Value {
	conn, err := inheritedConn(int(c.Argument(0).ToInteger()))
	if err != nil {
		return goja.Null()
	}
	return e.childSocket(conn, false)
}

// channelWrite gives the system what it takes at once: how many bytes those are, or the negative errno.
func (e *Env) channelWrite(c goja.FunctionCall) goja.Value {
	b, _ := e.bytesOf(c.Argument(1))
	n, err := 0, error(nil)
	if o := e.lookup(c.Argument(0)); o != nil && o.conn != nil {
		n, err = writeNow(o.conn, b)
	}
	if err != nil {
		return e.vm.ToValue(-int(errnoOf(err)))
	}
	return e.vm.ToValue(n)
}
