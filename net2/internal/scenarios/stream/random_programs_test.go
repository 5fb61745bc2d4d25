package stream_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// The Go half of random_programs.js.
func TestRandomPrograms(t *testing.T)     { scene.RunRandom(t, "random_programs", 250, startProgram) }
func TestMoreRandomPrograms(t *testing.T) { scene.RunMoreRandom(t, "random_programs", startProgram) }

func startProgram(l *loop.Loop, seed uint32) *scene.Random {
	p := newProgram(l, seed)
	p.start()
	return &p.Random
}

// program is one random use of one stream.
type program struct {
	scene.Random
	budget  int
	reads   int
	objects bool
	r       reader
	w       writer
	s       random
	data    any
	listen  func()
}

// random is what all kinds of streams have, with the methods whose type differs as functions.
type random struct {
	stream.Stream
	on, once, off func(event string, listener any)
	clear         func(event string)
	destroy       func(err ...error)
	end           func(args ...any)
	pause, resume func()
}

type reader interface {
	stream.ReadableStream
	Push(chunk any, encoding ...string) bool
	Unshift(chunk any, encoding ...string) bool
	ReadableFlowing() stream.Flowing
	ReadableAborted() bool
	ReadableDidRead() bool
}

type writer interface {
	stream.WritableStream
	Cork()
	Uncork()
	WritableCorked() int
	WritableAborted() bool
}

func newProgram(l *loop.Loop, seed uint32) *program {
	p := &program{Random: scene.NewRandom(l, seed), budget: 30, reads: 12}
	p.data = func(d any) {
		p.Say("D", scene.Text(d))
		if p.Pick(6) == 0 {
			p.op()
		}
	}
	p.listen = p.onReadable
	return p
}

func (p *program) step(left int) {
	if left == 0 {
		return
	}
	p.op()
	p.Later(func() { p.step(left - 1) })
}

func (p *program) answer(cb func(error), odds int) {
	switch p.Pick(odds) {
	case 0:
		p.Later(func() { cb(fail("hook")) })
	case 1:
		p.Later(func() {
			cb(nil)
			cb(nil)
		})
	default:
		p.Later(func() { cb(nil) })
	}
}

func (p *program) onReadable() {
	p.Say("readable", p.r.ReadableLength())
	switch n := p.Pick(4); {
	case n < 2:
		for more := true; more; {
			if p.budget--; p.budget < 0 {
				break
			}
			v := p.r.Read()
			p.Say("read", scene.Text(v))
			more = v != nil
		}
	case n == 2:
		p.op()
	}
}

func (p *program) onRead() {
	p.Say("R")
	push := func() { p.Say("push", p.r.Push(p.Chunk())) }
	if p.reads--; p.reads < 0 {
		p.Say("eof", p.r.Push(nil))
		return
	}
	switch p.Pick(9) {
	case 0, 1, 2:
		push()
	case 3, 4:
		p.Later(push)
	case 5:
		push()
		push()
	case 6:
		p.Say("push", p.r.Push(""))
	case 7:
		if p.Pick(6) == 0 {
			panic(fail("read"))
		}
	case 8:
		if p.Pick(3) == 0 {
			p.Say("eof", p.r.Push(nil))
		}
	}
}

func (p *program) op() {
	if p.budget--; p.budget < 0 {
		return
	}
	if p.r != nil && (p.w == nil || p.Pick(2) == 0) {
		p.readOp()
	} else {
		p.writeOp()
	}
	p.state()
}

func (p *program) state() {
	word := ""
	flags := []bool{p.s.Destroyed(), p.s.Closed()}
	if r := p.r; r != nil {
		word += fmt.Sprintf("%v:%d:", r.ReadableFlowing(), r.ReadableLength())
		flags = append(flags, r.Readable(), r.ReadableEnded(), r.ReadableAborted(), r.IsPaused(), r.ReadableDidRead())
	}
	if w := p.w; w != nil {
		word += fmt.Sprintf("%d:%d:", w.WritableLength(), w.WritableCorked())
		flags = append(flags, w.Writable(), w.WritableEnded(), w.WritableFinished(), w.WritableNeedDrain(),
			p.r == nil && w.WritableAborted())
	}
	for _, f := range flags {
		word += map[bool]string{false: "0", true: "1"}[f]
	}
	p.Say(word)
}

func (p *program) readOp() {
	r, s := p.r, p.s
	switch n := p.Pick(20); n {
	case 0, 1, 2:
		p.Say("on data")
		s.on("data", p.data)
	case 3:
		p.Say("off data")
		s.off("data", p.data)
	case 4:
		p.Say("once data")
		s.once("data", p.data)
	case 5:
		p.Say("on readable")
		s.on("readable", p.listen)
	case 6:
		p.Say("off readable")
		s.off("readable", p.listen)
	case 7:
		p.Say("once readable")
		s.once("readable", p.listen)
	case 8:
		p.Say("pause()")
		s.pause()
	case 9, 10:
		p.Say("resume()")
		s.resume()
	default:
		p.takeOp(n, r)
	}
}

func (p *program) takeOp(n int, r reader) {
	switch n {
	case 11, 12:
		p.Say("read", scene.Text(r.Read()))
	case 13:
		n := p.Pick(7)
		p.Say(fmt.Sprint("read", n), scene.Text(r.Read(n)))
	case 14:
		p.Say("read0", scene.Text(r.Read(0)))
	case 15:
		p.Say("push", r.Push(p.Chunk()))
	case 16:
		p.Say("unshift", r.Unshift(p.Chunk()))
	case 17:
		if p.Pick(3) == 0 {
			p.Say("eof", r.Push(nil))
		}
	case 18:
		if p.Pick(2) == 0 {
			p.Say("clear")
			p.s.clear([]string{"data", "readable"}[p.Pick(2)])
		}
	case 19:
		p.destroy()
	}
}

func (p *program) callback() func(error) {
	n := p.Made
	return func(err error) {
		p.Say("cb", n, scene.Message(err))
		if err == nil && p.Pick(4) == 0 {
			p.op()
		}
	}
}

func (p *program) writeOp() {
	w := p.w
	switch p.Pick(14) {
	case 0, 1, 2, 3:
		c := p.Chunk()
		p.Say("write", w.Write(c))
	case 4, 5, 6:
		c := p.Chunk()
		p.Say("write", w.Write(c, p.callback()))
	case 7:
		p.Say("write", w.Write(""))
	case 8, 9:
		p.Say("cork")
		w.Cork()
	case 10, 11:
		p.Say("uncork")
		w.Uncork()
	case 12:
		if p.Pick(2) == 0 {
			p.end()
		}
	case 13:
		p.destroy()
	}
}

func (p *program) end() {
	switch p.Pick(3) {
	case 0:
		p.Say("end")
		p.s.end()
	case 1:
		p.Say("end cb")
		p.s.end(p.callback())
	case 2:
		p.Say("end chunk")
		c := p.Chunk()
		p.s.end(c, p.callback())
	}
}

func (p *program) destroy() {
	if p.Pick(4) != 0 {
		return
	}
	var err error
	if p.Pick(2) == 0 {
		err = fail("destroyed")
	}
	p.Say("destroy", scene.Message(err))
	p.s.destroy(err)
}
