package js

import (
	"io"
	"net"
	"os"
	"slices"
	"sync"
	"syscall"
	"time"

	"github.com/dop251/goja"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/handles"
	"github.com/nodenet/go/net2/stream"
)

// scripted is the connection of a socket over a handle that is written in JavaScript: new net.Socket({ handle }). It
// speaks with it as Node does: readStart and readStop, onread with what streamBaseState says, writeBuffer and shutdown
// with a request whose oncomplete is called, close.
type scripted struct {
	e     *Env
	js    *goja.Object
	under handles.Handle
	quiet bool // the socket is not to read yet

	closing sync.Once
	closed  chan struct{}
}

func newScripted(e *Env, js *goja.Object, s streamOptions) net.Conn {
	return &scripted{e: e, js: js, closed: make(chan struct{}), quiet: holdsReading(s)}
}

// scripted returns the connection of a socket that has one.
func (o *object) scripted() (*scripted, bool) {
	c, ok := o.adopted.(*scripted)
	return c, ok
}

// begin is called when the socket is there.
func (c *scripted) begin(under handles.Handle) {
	c.under = under
	_ = c.js.Set("onread", c.e.fn("onStreamRead", 1, func(call goja.FunctionCall) goja.Value {
		c.read(call.Argument(0))
		return goja.Undefined()
	}))
	if c.quiet {
		c.call("readStop")
		return
	}
	c.start()
}

func (c *scripted) start() {
	if answer := c.call("readStart"); answer != nil && answer.ToInteger() < 0 {
		c.under.Deliver(nil, syscall.Errno(-answer.ToInteger()))
	}
}

// read is handle.onread(arrayBuffer): streamBaseState says how many bytes came, or why none will.
func (c *scripted) read(buffer goja.Value) {
	state := c.e.glueCall("net_handle", "readState").(*goja.Object)
	n := int(state.Get("0").ToInteger())
	switch {
	case n > 0:
		b, ok := c.e.bytesOf(buffer)
		if at := int(state.Get("1").ToInteger()); ok && at+n <= len(b) {
			c.under.Deliver(b[at:at+n:at+n], nil)
		}
	case n == errnoEOF:
		c.under.Deliver(nil, io.EOF)
	case n < 0:
		c.under.Deliver(nil, syscall.Errno(-n))
	}
}

const errnoEOF = -4095

// call calls a method that the handle may have.
func (c *scripted) call(name string, args ...goja.Value) goja.Value {
	if f := method(c.js, name); f != nil {
		return c.e.call(f, c.js, args...)
	}
	return nil
}

// Read waits for ever: what comes is delivered.
func (c *scripted) Read([]byte) (int, error) {
	<-c.closed
	return 0, net.ErrClosed
}

// extend has the socket write to the handle itself: the program that wrote it is on the loop, too.
func (c *scripted) extend(hooks *stream.DuplexOptions) {
	hooks.WriteBytes = func(_ *stream.Duplex, b []byte, cb func(error)) {
		c.request("writeBuffer", "WriteWrap", func(status int) { cb(statusError(status, "write")) }, c.e.buffer(slices.Clone(b)))
	}
	hooks.Writev = func(d *stream.Duplex, chunks []stream.Chunk, cb func(error)) {
		var all []byte
		for _, chunk := range chunks {
			all = append(all, chunk.Bytes...)
		}
		hooks.WriteBytes(d, all, cb)
	}
	hooks.Final = func(_ *stream.Duplex, cb func(error)) {
		c.request("shutdown", "ShutdownWrap", func(status int) { cb(statusError(status, "shutdown")) })
	}
}

// Write is not called: see extend.
func (c *scripted) Write([]byte) (int, error) { return 0, net.ErrClosed }

// request calls a method with a request, and done when the handle has done what it asks.
func (c *scripted) request(name, class string, done func(status int), args ...goja.Value) {
	once := sync.Once{}
	req := c.e.glueCall("net_handle", "request", c.e.vm.ToValue(class), c.js).(*goja.Object)
	_ = req.Set("oncomplete", c.e.fn("oncomplete", 1, func(call goja.FunctionCall) goja.Value {
		once.Do(func() { done(int(call.Argument(0).ToInteger())) })
		return goja.Undefined()
	}))
	answer := c.call(name, append([]goja.Value{req}, args...)...)
	async := c.e.glueCall("net_handle", "wasAsync").ToBoolean()
	switch {
	case answer == nil:
		once.Do(func() { done(0) })
	case answer.ToInteger() < 0:
		once.Do(func() { done(int(answer.ToInteger())) })
	case name == "writeBuffer" && !async, name == "shutdown" && answer.ToInteger() == 1:
		once.Do(func() { done(0) })
	}
}

func statusError(status int, syscallName string) error {
	if status >= 0 {
		return nil
	}
	code := errorName(-status)
	return &events.Error{Code: code, Errno: syscall.Errno(-status), Syscall: syscallName, Message: syscallName + " " + code}
}

// Close is on the loop.
func (c *scripted) Close() error {
	c.closing.Do(func() {
		close(c.closed)
		_ = c.js.Set("onread", c.e.fn("noop", 0, func(goja.FunctionCall) goja.Value { return goja.Undefined() }))
		c.call("close", c.e.fn("", 0, func(goja.FunctionCall) goja.Value { return goja.Undefined() }))
	})
	return nil
}

func (c *scripted) LocalAddr() net.Addr              { return c.name("getsockname") }
func (c *scripted) RemoteAddr() net.Addr             { return c.name("getpeername") }
func (c *scripted) SetDeadline(time.Time) error      { return os.ErrNoDeadline }
func (c *scripted) SetReadDeadline(time.Time) error  { return os.ErrNoDeadline }
func (c *scripted) SetWriteDeadline(time.Time) error { return os.ErrNoDeadline }

func (c *scripted) name(method string) net.Addr {
	out := c.e.vm.NewObject()
	if c.call(method, out) == nil || isNil(out.Get("address")) {
		return nil
	}
	ip := net.ParseIP(text(out.Get("address")))
	if v4 := ip.To4(); v4 != nil && text(out.Get("family")) != "IPv6" {
		ip = v4
	}
	return &net.TCPAddr{IP: ip, Port: int(out.Get("port").ToInteger())}
}
